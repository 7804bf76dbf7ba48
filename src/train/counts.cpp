#include "train/counts.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace goeswith {
namespace {

constexpr std::size_t kRowsABlock = 64;

/// One thread's row in the making: dense, cleared only where it was touched, and all that is known
/// of a pair side by side, since that is what the cache brings.
struct Row {
    static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
    struct Cell {
        std::uint64_t weighted = 0;
        std::uint32_t orders = 0;
        std::uint32_t support = 0;
        std::uint32_t last_customer = kNobody;
    };
    explicit Row(std::size_t products) : cells(products) {}
    std::vector<Cell> cells;
    std::vector<ProductId> touched;
    std::vector<Pair> pairs;
};

}  // namespace

std::uint64_t order_weight(std::size_t basket_size, double recency, double age) {
    // IEEE 754 demands that products, quotients and square roots are rounded rightly: same bits
    // everywhere. It demands nothing of exp, so this is (1 - x / 1024)^1024, by squaring.
    double faded = 1 - recency * age / 1024;
    for (int squared = 0; squared < 10; ++squared)
        faded *= faded;
    return static_cast<std::uint64_t>(static_cast<double>(kOneOrder) * faded /
                                      std::sqrt(static_cast<double>(basket_size - 1)));
}

Counts::Counts(const Baskets& baskets, double recency)
    : baskets_(baskets), weighted_(baskets.products(), 0), with_begin_(baskets.products() + 1, 0) {
    weight_.reserve(baskets.size());
    for (std::size_t at = 0; at < baskets.size(); ++at) {
        weight_.push_back(
            order_weight(baskets.basket(at).size(), recency, static_cast<double>(baskets.age[at])));
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
                    Row::Cell& cell = sums.cells[other];
                    if (cell.orders++ == 0)
                        sums.touched.push_back(other);
                    cell.support += cell.last_customer != customer;
                    cell.last_customer = customer;
                    cell.weighted += weight;
                }
            }
            std::sort(sums.touched.begin(), sums.touched.end());
            sums.pairs.clear();
            for (const ProductId other : sums.touched) {
                Row::Cell& cell = sums.cells[other];
                if (other != product)
                    sums.pairs.push_back({other, cell.orders, cell.support, cell.weighted});
                cell = {};
            }
            sums.touched.clear();
            row(static_cast<ProductId>(product), sums.pairs);
        }
    };
    for_blocks(baskets_.products(), kRowsABlock, threads, work, progress);
}

}  // namespace goeswith
