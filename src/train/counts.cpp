#include "train/counts.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace goeswith {
namespace {

constexpr std::size_t kRowsABlock = 64;

/// One thread's row in the making: dense, and cleared only where it was touched.
struct Row {
    explicit Row(std::size_t products)
        : weighted(products, 0),
          orders(products, 0),
          support(products, 0),
          last_customer(products, kNobody) {}
    static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
    std::vector<std::uint64_t> weighted;
    std::vector<std::uint32_t> orders;
    std::vector<std::uint32_t> support;
    std::vector<std::uint32_t> last_customer;
    std::vector<ProductId> touched;
    std::vector<Pair> pairs;
};

}  // namespace

std::uint64_t order_weight(std::size_t basket_size) {
    // IEEE 754 demands that a square root and a quotient are rounded rightly: same bits everywhere.
    return static_cast<std::uint64_t>(static_cast<double>(kOneOrder) /
                                      std::sqrt(static_cast<double>(basket_size - 1)));
}

Counts::Counts(const Baskets& baskets)
    : baskets_(baskets), weighted_(baskets.products(), 0), with_begin_(baskets.products() + 1, 0) {
    weight_.reserve(baskets.size());
    for (std::size_t at = 0; at < baskets.size(); ++at) {
        weight_.push_back(order_weight(baskets.basket(at).size()));
        for (const ProductId product : baskets.basket(at)) {
            weighted_[product] += weight_.back();
            ++with_begin_[product + 1];
        }
    }
    for (std::size_t product = 0; product < baskets.products(); ++product)
        with_begin_[product + 1] += with_begin_[product];
    with_.resize(baskets.lines.size());
    std::vector<std::uint64_t> at(with_begin_.begin(), with_begin_.end());
    for (std::uint32_t basket = 0; basket < baskets.size(); ++basket)
        for (const ProductId product : baskets.basket(basket))
            with_[at[product]++] = basket;
}

void Counts::for_each_row(unsigned threads, const RowFunction& row,
                          const StageProgress& progress) const {
    std::vector<std::unique_ptr<Row>> rows(thread_count(threads));
    const auto work = [&](std::size_t begin, std::size_t end, unsigned worker) {
        if (!rows[worker])
            rows[worker] = std::make_unique<Row>(baskets_.products());
        Row& sums = *rows[worker];
        for (std::size_t product = begin; product < end; ++product) {
            for (std::uint64_t at = with_begin_[product]; at < with_begin_[product + 1]; ++at) {
                const std::uint64_t weight = weight_[with_[at]];
                // Baskets stand by customer, so that one look back tells whether this one is new.
                const std::uint32_t customer = baskets_.customer_of[with_[at]];
                for (const ProductId other : baskets_.basket(with_[at])) {
                    if (sums.last_customer[other] != customer) {
                        sums.last_customer[other] = customer;
                        ++sums.support[other];
                    }
                    if (sums.orders[other]++ == 0)
                        sums.touched.push_back(other);
                    sums.weighted[other] += weight;
                }
            }
            std::sort(sums.touched.begin(), sums.touched.end());
            sums.pairs.clear();
            for (const ProductId other : sums.touched) {
                if (other != product)
                    sums.pairs.push_back({other, sums.orders[other], sums.support[other],
                                          sums.weighted[other]});
                sums.orders[other] = 0;
                sums.support[other] = 0;
                sums.last_customer[other] = Row::kNobody;
                sums.weighted[other] = 0;
            }
            sums.touched.clear();
            row(static_cast<ProductId>(product), sums.pairs);
        }
    };
    for_blocks(baskets_.products(), kRowsABlock, threads, work, progress);
}

}  // namespace goeswith
