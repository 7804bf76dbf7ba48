#include "train/candidates.h"

#include <algorithm>
#include <cmath>

#include "train/strongest.h"

namespace goeswith {
namespace {

constexpr double kChanceFloor = 0.005;
// Pairs that were never bought together are in no sparse matrix, so the common products are gone
// through pair by pair; this many keep that at a million.
constexpr ProductId kMostCommon = 1000;
constexpr std::size_t kRowsABlock = 64;
constexpr std::size_t kMostPredictors = 256;
// Where everybody knows the whole menu, what is left out of a basket says much; in a large
// catalogue nearly everything is, and it says little.
constexpr std::size_t kSmallCatalogue = 1000;
constexpr double kAgainstInSmall = 40;
constexpr double kAgainst = 4;

void keep_strongest(std::vector<Predictor>& predictors) {
    if (predictors.size() <= kMostPredictors)
        return;
    const auto end = predictors.begin() + static_cast<std::ptrdiff_t>(kMostPredictors);
    std::nth_element(predictors.begin(), end, predictors.end(),
                     [](const Predictor& a, const Predictor& b) {
                         const float size_a = std::abs(a.weight);
                         const float size_b = std::abs(b.weight);
                         return size_a != size_b ? size_a > size_b : a.product < b.product;
                     });
    predictors.erase(end, predictors.end());
    std::sort(predictors.begin(), predictors.end(),
              [](const Predictor& a, const Predictor& b) { return a.product < b.product; });
}

}  // namespace

std::vector<std::vector<Predictor>> find_candidates(const Baskets& baskets, const Gram& gram,
                                                    const CandidateOptions& options,
                                                    unsigned threads) {
    const double floor = kChanceFloor * gram.mean_diagonal();
    ProductId common = 0;  // products are numbered by orders, so the common ones come first
    while (common < gram.products() && common < kMostCommon &&
           baskets.orders_with[common] >= options.common)
        ++common;

    // Calls visit(other, residual, support) for the pairs of a product that are allowed.
    const auto for_pairs = [&](ProductId product, auto&& visit) {
        const auto residual = [&](double weighted, double expected) {
            return static_cast<float>((weighted - expected) / std::sqrt(expected + floor));
        };
        ProductId next = 0;  // the next common product that the row has not named
        const auto absent_until = [&](ProductId end) {
            if (product >= common)
                return;
            for (; next < std::min(end, common); ++next)
                if (next != product)
                    visit(next, residual(0, gram.expected(product, next)), 0u);
        };
        for (const Gram::Entry& entry : gram.row(product)) {
            absent_until(entry.other);
            next = std::max(next, entry.other + 1);
            const auto weighted = static_cast<double>(entry.weighted);
            const double expected = gram.expected(product, entry.other);
            if (weighted > expected ? entry.support >= options.support_floor
                                    : product < common && entry.other < common)
                visit(entry.other, residual(weighted, expected), entry.support);
        }
        absent_until(common);
    };

    struct Both {
        StrongestValues in_favour, against;
    };
    std::vector<Both> strongest(thread_count(threads));
    for_blocks(gram.products(), kRowsABlock, threads,
               [&](std::size_t begin, std::size_t end, unsigned worker) {
                   Both& both = strongest[worker];
                   for (std::size_t product = begin; product < end; ++product)
                       for_pairs(static_cast<ProductId>(product), [&](ProductId, float residual,
                                                                      std::uint32_t) {
                           (residual > 0 ? both.in_favour : both.against).add(std::abs(residual));
                       });
               });
    for (std::size_t worker = 1; worker < strongest.size(); ++worker) {
        strongest[0].in_favour.add(strongest[worker].in_favour);
        strongest[0].against.add(strongest[worker].against);
    }
    const auto products = static_cast<double>(gram.products());
    const double against = options.against > 0                 ? options.against
                           : gram.products() < kSmallCatalogue ? kAgainstInSmall
                                                               : kAgainst;
    const float in_favour_from =
        strongest[0].in_favour.threshold(static_cast<std::uint64_t>(options.in_favour * products));
    const float against_from =
        strongest[0].against.threshold(static_cast<std::uint64_t>(against * products));

    std::vector<std::vector<Predictor>> candidates(gram.products());
    for_blocks(
        gram.products(), kRowsABlock, threads, [&](std::size_t begin, std::size_t end, unsigned) {
            for (std::size_t product = begin; product < end; ++product) {
                std::vector<Predictor>& own = candidates[product];
                for_pairs(static_cast<ProductId>(product), [&](ProductId other, float residual,
                                                               std::uint32_t support) {
                    if (std::abs(residual) >= (residual > 0 ? in_favour_from : against_from))
                        own.push_back({other, residual, support});
                });
                keep_strongest(own);
            }
        });
    return candidates;
}

}  // namespace goeswith
