#include "train/gram.h"

#include <algorithm>

namespace goeswith {
namespace {

constexpr std::size_t kSmallCatalogue = 4096;  // 64 MB

/// How many orders a pair needs to be kept. Pairs seen once are most of all pairs and say least.
std::uint32_t fewest_orders(const Baskets& baskets, std::uint64_t most_pairs) {
    std::uint64_t occurrences = 0;
    for (std::size_t at = 0; at < baskets.size(); ++at)
        occurrences += baskets.basket(at).size() * (baskets.basket(at).size() - 1);
    return static_cast<std::uint32_t>(1 + occurrences / std::max<std::uint64_t>(1, most_pairs));
}

}  // namespace

Gram::Gram(const Baskets& baskets, const Counts& counts, unsigned threads, std::uint64_t most_pairs,
           const StageProgress& progress)
    : rows_(baskets.products()),
      diagonal_(baskets.products()),
      row_sums_(baskets.products()),
      dropped_(baskets.products()) {
    const std::uint32_t fewest = fewest_orders(baskets, most_pairs);
    counts.for_each_row(
        threads,
        [&](ProductId product, std::span<const Pair> pairs) {
            std::uint64_t sum = 0, dropped = 0;
            std::size_t kept = 0;
            for (const Pair& pair : pairs) {
                sum += pair.weighted;
                dropped += pair.orders < fewest ? pair.weighted : 0;
                kept += pair.orders >= fewest;
            }
            dropped_[product] = static_cast<double>(dropped) / kOneOrder;
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
    if (products() <= kSmallCatalogue && fewest == 1) {
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
        all_dropped_ += dropped_[product];
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
    if (found != row.end() && found->other == b)
        return found->weighted;
    return all_dropped_ > 0 ? static_cast<float>(dropped_[a] * dropped_[b] / all_dropped_) : 0;
}

}  // namespace goeswith
