#include "train/gram.h"

#include <algorithm>

namespace goeswith {
namespace {

// 12 bytes an entry: about 1 GB at the most.
constexpr std::uint64_t kMostEntries = 80'000'000;

constexpr std::size_t kSmallCatalogue = 4096;  // 64 MB

/// How many orders a pair needs to be kept. Pairs seen once are most of all pairs and say least.
std::uint32_t fewest_orders(const Baskets& baskets) {
    std::uint64_t occurrences = 0;
    for (std::size_t at = 0; at < baskets.size(); ++at)
        occurrences += baskets.basket(at).size() * (baskets.basket(at).size() - 1);
    return static_cast<std::uint32_t>(1 + occurrences / kMostEntries);
}

}  // namespace

Gram::Gram(const Baskets& baskets, const Counts& counts, unsigned threads,
           const StageProgress& progress)
    : rows_(baskets.products()), diagonal_(baskets.products()), row_sums_(baskets.products()) {
    const std::uint32_t fewest = fewest_orders(baskets);
    counts.for_each_row(
        threads,
        [&](ProductId product, std::span<const Pair> pairs) {
            std::uint64_t sum = 0;
            std::size_t kept = 0;
            for (const Pair& pair : pairs) {
                sum += pair.weighted;
                kept += pair.orders >= fewest;
            }
            rows_[product].reserve(kept);
            for (const Pair& pair : pairs)
                if (pair.orders >= fewest)
                    rows_[product].push_back(
                        {pair.other,
                         static_cast<float>(static_cast<double>(pair.weighted) / kOneOrder),
                         pair.support});
            row_sums_[product] = static_cast<double>(sum) / kOneOrder;
            diagonal_[product] = static_cast<double>(counts.weighted(product)) / kOneOrder;
        },
        progress);
    if (products() <= kSmallCatalogue) {
        dense_.assign(products() * products(), 0);
        for (std::size_t product = 0; product < products(); ++product)
            for (const Entry& entry : rows_[product])
                dense_[product * products() + entry.other] = entry.weighted;
    }
    double diagonal = 0;
    total_ = 0;
    for (std::size_t product = 0; product < products(); ++product) {
        diagonal += diagonal_[product];
        total_ += row_sums_[product];
    }
    mean_diagonal_ = diagonal / std::max<double>(1, static_cast<double>(products()));
    total_ = std::max(total_, 1e-30);
}

float Gram::between(ProductId a, ProductId b) const {
    if (!dense_.empty())
        return dense_[std::size_t{a} * products() + b];
    const std::vector<Entry>& row = rows_[a];
    const auto found =
        std::lower_bound(row.begin(), row.end(), b,
                         [](const Entry& entry, ProductId id) { return entry.other < id; });
    return found != row.end() && found->other == b ? found->weighted : 0;
}

}  // namespace goeswith
