#include "train/weights.h"

#include <algorithm>
#include <cmath>

namespace goeswith {

std::vector<std::vector<WeightedEdge>> make_weights(const Baskets& baskets, const Counts& counts,
                                                    const WeightOptions& options,
                                                    const StageProgress& progress) {
    const auto edges_a_row = static_cast<std::size_t>(std::max(options.edges, 0.0));
    std::vector<std::vector<WeightedEdge>> rows(baskets.products());
    const auto weigh = [&](ProductId product, std::span<const Pair> pairs) {
        std::vector<WeightedEdge>& row = rows[product];
        for (const Pair& pair : pairs) {
            if (pair.support < options.support_floor)
                continue;
            const double norm = std::sqrt(static_cast<double>(counts.weighted(product))) *
                                std::sqrt(static_cast<double>(counts.weighted(pair.other)));
            row.push_back({pair.other, static_cast<float>(static_cast<double>(pair.weighted) / norm),
                           pair.support});
        }
        const auto stronger = [](const WeightedEdge& a, const WeightedEdge& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.neighbour < b.neighbour;
        };
        const std::size_t kept = std::min(edges_a_row, row.size());
        std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(kept), row.end(),
                          stronger);
        row.resize(kept);
        row.shrink_to_fit();
    };
    counts.for_each_row(options.threads, weigh, progress);
    return rows;
}

}  // namespace goeswith
