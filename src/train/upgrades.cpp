#include <algorithm>
#include <cmath>
#include <map>

#include "train/facts.h"

namespace goeswith {
namespace {

constexpr double kLeastDearer = 1.05;
constexpr double kMostDearer = 2.5;
constexpr std::size_t kMostCompared = 200;  // of a category, those that most people buy
constexpr double kLeastAlike = 0.1;

using Row = std::vector<WeightedEdge>;

double length_of(const Row& row) {
    double squares = 0;
    for (const WeightedEdge& edge : row)
        if (edge.weight > 0)
            squares += static_cast<double>(edge.weight) * edge.weight;
    return std::sqrt(squares);
}

/// The sum of products of what both rows have in favour; rows are by ascending neighbour.
double in_common(const Row& a, const Row& b) {
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].neighbour == b[j].neighbour) {
            if (a[i].weight > 0 && b[j].weight > 0)
                sum += static_cast<double>(a[i].weight) * b[j].weight;
            ++i, ++j;
        } else if (a[i].neighbour < b[j].neighbour)
            ++i;
        else
            ++j;
    }
    return sum;
}

bool speaks_for(const Row& row, ProductId product) {
    const auto at = std::lower_bound(
        row.begin(), row.end(), product,
        [](const WeightedEdge& edge, ProductId number) { return edge.neighbour < number; });
    return at != row.end() && at->neighbour == product && at->weight > 0;
}

}  // namespace

void add_upgrades(ModelContent& content) {
    if (content.categories.empty() || content.prices.empty())
        return;
    std::vector<double> lengths;
    for (const Row& row : content.rows)
        lengths.push_back(length_of(row));
    std::map<std::uint16_t, std::vector<ProductId>> categories;
    for (ProductId product = 0; product < content.rows.size(); ++product)
        if (content.categories[product] != kNoGroup && content.prices[product] > 0 &&
            lengths[product] > 0)
            categories[content.categories[product]].push_back(product);
    bool any = false;
    content.upgrades.assign(content.rows.size(), {});
    std::vector<std::pair<double, ProductId>> alike;
    for (const auto& [category, products] : categories)
        for (const ProductId product : products) {
            alike.clear();
            std::size_t compared = 0;
            for (const ProductId other : products) {
                const double dearer = static_cast<double>(content.prices[other]) /
                                      static_cast<double>(content.prices[product]);
                const bool variant =
                    !content.parents.empty() && content.parents[other] == content.parents[product];
                if (dearer < kLeastDearer || dearer > kMostDearer || variant ||
                    speaks_for(content.rows[product], other) ||
                    speaks_for(content.rows[other], product))
                    continue;
                if (++compared > kMostCompared)
                    break;
                const double cosine = in_common(content.rows[product], content.rows[other]) /
                                      (lengths[product] * lengths[other]);
                if (cosine >= kLeastAlike)
                    alike.emplace_back(-cosine, other);
            }
            std::sort(alike.begin(), alike.end());
            for (const auto& [cosine, other] : alike)
                if (content.upgrades[product].size() < kUpgrades)
                    content.upgrades[product].push_back(other);
            any = any || !content.upgrades[product].empty();
        }
    if (!any)
        content.upgrades.clear();
}

}  // namespace goeswith
