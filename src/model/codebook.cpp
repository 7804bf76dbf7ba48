#include "model/codebook.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace goeswith {
namespace {

constexpr int kBins = 4096;
constexpr int kRounds = 60;
constexpr float kLargest = 16384;  // 500 products in a cart at most: their sum fits 32 bits

struct Histogram {
    double low = 0;
    double width = 0;
    std::vector<double> count = std::vector<double>(kBins, 0.0);
    std::vector<double> sum = std::vector<double>(kBins, 0.0);

    int bin(double value) const {
        return std::clamp(static_cast<int>((value - low) / width), 0, kBins - 1);
    }
};

// Means of bins, not of weights, so that the order of the weights cannot matter: a sum of counts
// is exact, a sum of floats is not.
Histogram histogram_of(std::span<const float> weights, float low, float high) {
    Histogram histogram;
    histogram.low = low;
    histogram.width = std::max((static_cast<double>(high) - low) / kBins, 1e-30);
    for (const float weight : weights)
        histogram.count[static_cast<std::size_t>(histogram.bin(weight))] += 1;
    for (int bin = 0; bin < kBins; ++bin) {
        const auto at = static_cast<std::size_t>(bin);
        histogram.sum[at] = histogram.count[at] * (histogram.low + (bin + 0.5) * histogram.width);
    }
    return histogram;
}

// Where the best quantiser of many levels has its points: their density follows the cube root of
// the weights' density (Panter and Dite 1951).
std::vector<double> first_centres(const Histogram& histogram) {
    double total = 0;
    for (const double count : histogram.count)
        total += std::cbrt(count);
    std::vector<double> centres;
    double seen = 0;
    for (std::size_t bin = 0; bin < histogram.count.size(); ++bin) {
        seen += std::cbrt(histogram.count[bin]);
        while (centres.size() < kWeights &&
               seen >= total * (static_cast<double>(centres.size()) + 0.5) / kWeights)
            centres.push_back(histogram.low + (static_cast<double>(bin) + 0.5) * histogram.width);
    }
    return centres;
}

void lloyd(const Histogram& histogram, std::vector<double>& centres) {
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> count(centres.size(), 0.0);
        std::vector<double> sum(centres.size(), 0.0);
        std::size_t nearest = 0;
        for (std::size_t bin = 0; bin < histogram.count.size(); ++bin) {
            const double value = histogram.low + (static_cast<double>(bin) + 0.5) * histogram.width;
            while (nearest + 1 < centres.size() &&
                   value > (centres[nearest] + centres[nearest + 1]) / 2)
                ++nearest;
            count[nearest] += histogram.count[bin];
            sum[nearest] += histogram.sum[bin];
        }
        for (std::size_t i = 0; i < centres.size(); ++i)
            if (count[i] > 0)
                centres[i] = sum[i] / count[i];
        std::sort(centres.begin(), centres.end());
    }
}

}  // namespace

std::uint8_t Codebook::nearest(float weight) const {
    const float value = weight / scale;
    std::size_t best = 0;
    for (std::size_t i = 1; i < weights.size(); ++i)
        if (std::abs(value - static_cast<float>(weights[i])) <
            std::abs(value - static_cast<float>(weights[best])))
            best = i;
    return static_cast<std::uint8_t>(best);
}

Codebook fit_codebook(std::span<const float> weights) {
    Codebook book;
    float low = 0;
    float high = 0;
    for (const float weight : weights) {
        low = std::min(low, weight);
        high = std::max(high, weight);
    }
    const float largest = std::max(-low, high);
    if (!(largest > 0))
        return book;
    const Histogram histogram = histogram_of(weights, low, high);
    std::vector<double> centres = first_centres(histogram);
    lloyd(histogram, centres);
    book.scale = largest / kLargest;
    for (std::size_t i = 0; i < kWeights; ++i)
        book.weights[i] = static_cast<std::int16_t>(std::lround(
            centres[std::min(i, centres.size() - 1)] / static_cast<double>(book.scale)));
    return book;
}

}  // namespace goeswith
