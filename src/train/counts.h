#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "train/baskets.h"
#include "train/threads.h"

namespace goeswith {

/// What one product was bought with.
struct Pair {
    ProductId other;
    std::uint32_t orders;    // with both
    std::uint32_t support;   // customers with both in one order
    std::uint64_t weighted;  // orders with both, each by its weight, in units of 1 / kOneOrder
};

/// Weights of orders add up in fixed point: integer sums do not depend on the order of the lines,
/// on threads or on machines.
inline constexpr std::uint64_t kOneOrder = std::uint64_t{1} << 24;

/// What an order counts for: 1 / (products - 1)^0.5, so that a basket of fifty does not speak fifty
/// times as loudly for each of its products as a basket of two; times exp(-recency x age), `age`
/// between 0 and 1. In units of 1 / kOneOrder.
std::uint64_t order_weight(std::size_t basket_size, double recency = 0, double age = 0);

/// Co-occurrence of products in baskets, one row at a time, so that the whole matrix never stands
/// in memory.
class Counts {
  public:
    explicit Counts(const Baskets& baskets, double recency = 0);

    /// The weighted number of orders with a product, in units of 1 / kOneOrder.
    std::uint64_t weighted(ProductId product) const { return weighted_[product]; }

    /// Calls `row(product, pairs)` once for each product, from several threads; pairs come by
    /// ascending number. Costs the sum of squared basket sizes, and memory for one row a thread.
    using RowFunction = std::function<void(ProductId, std::span<const Pair>)>;
    void for_each_row(unsigned threads, const RowFunction& row,
                      const StageProgress& progress = {}) const;

  private:
    const Baskets& baskets_;
    std::vector<std::uint64_t> weight_;      // of each basket
    std::vector<std::uint64_t> weighted_;    // of each product
    std::vector<std::uint64_t> with_begin_;  // the baskets that hold each product
    std::vector<std::uint32_t> with_;
};

}  // namespace goeswith
