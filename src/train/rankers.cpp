#include "train/rankers.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace goeswith {
namespace {

constexpr BasketOptions kPlain = {1, ~std::uint64_t{0}};  // all products, all pairs

class Popularity : public Ranker {
  public:
    Popularity(const Orders& orders, const Split& split) : orders_with_(orders.products.size(), 0) {
        for (const std::uint32_t order : split.train)
            for (const std::uint32_t product : orders.basket(order))
                ++orders_with_[product];
    }
    void score(const Question&, std::span<double> scores, unsigned) const override {
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] = orders_with_[i];
    }

  private:
    std::vector<std::uint32_t> orders_with_;
};

/// A matrix of neighbours in memory, whatever its weights are.
class Neighbours : public Ranker {
  public:
    using Row = std::vector<std::pair<ProductId, double>>;

    Neighbours(const Orders& orders, const Split& split)
        : baskets_(make_baskets(orders, split.train, kPlain)), rows_(baskets_.products()) {}

    void score(const Question& question, std::span<double> scores, unsigned) const override {
        for (const std::uint32_t product : question.cart)
            if (const ProductId number = baskets_.number_of[product]; number != kNoProduct)
                for (const auto& [other, weight] : rows_[number])
                    scores[baskets_.product_of[other]] += weight;
    }

  protected:
    double orders_with(ProductId product) const { return baskets_.orders_with[product]; }

    Baskets baskets_;
    std::vector<Row> rows_;
};

class Cosine : public Neighbours {
  public:
    Cosine(const Orders& orders, const Split& split, unsigned threads) : Neighbours(orders, split) {
        Counts(baskets_).for_each_row(threads, [&](ProductId product, std::span<const Pair> pairs) {
            for (const Pair& pair : pairs)
                rows_[product].emplace_back(pair.other, pair.orders /
                                                            std::sqrt(orders_with(product)) /
                                                            std::sqrt(orders_with(pair.other)));
        });
    }
};

class Bm25 : public Neighbours {
  public:
    Bm25(const Orders& orders, const Split& split, unsigned threads) : Neighbours(orders, split) {
        constexpr double kK1 = 1.2;
        constexpr double kB = 0.75;
        constexpr std::size_t kNeighbours = 20;
        // `implicit` weighs the matrix of products by orders: a product is a document, an order a
        // term, and what is once in an order counts (K1 + 1) / (K1 (1 - B + B length) + 1).
        double lines = 0;
        for (ProductId product = 0; product < baskets_.products(); ++product)
            lines += orders_with(product);
        const double mean = lines / std::max<double>(1, static_cast<double>(baskets_.products()));
        const auto once = [&](ProductId product) {
            return (kK1 + 1) / (kK1 * (1 - kB + kB * orders_with(product) / mean) + 1);
        };
        // The similarity of two products sums the squared rarity of the orders with both.
        const auto all = static_cast<double>(baskets_.size());
        std::vector<double> rarity(baskets_.size());
        for (std::size_t at = 0; at < baskets_.size(); ++at)
            rarity[at] =
                std::log(all) - std::log1p(static_cast<double>(baskets_.basket(at).size()));
        std::vector<std::vector<std::uint32_t>> with(baskets_.products());
        for (std::uint32_t at = 0; at < baskets_.size(); ++at)
            for (const ProductId product : baskets_.basket(at))
                with[product].push_back(at);
        for_blocks(
            baskets_.products(), 64, threads, [&](std::size_t begin, std::size_t end, unsigned) {
                std::vector<double> sums(baskets_.products(), 0.0);
                for (std::size_t product = begin; product < end; ++product) {
                    Row& row = rows_[product];
                    for (const std::uint32_t at : with[product])
                        for (const ProductId other : baskets_.basket(at)) {
                            if (sums[other] == 0)
                                row.emplace_back(other, 0.0);
                            sums[other] += rarity[at] * rarity[at];
                        }
                    for (auto& [other, weight] : row) {
                        weight = sums[other] * once(static_cast<ProductId>(product)) * once(other);
                        sums[other] = 0;
                    }
                    // The product itself is among its neighbours there, and takes one of the
                    // places.
                    const std::size_t kept = std::min(kNeighbours, row.size());
                    std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(kept),
                                      row.end(), [](const auto& a, const auto& b) {
                                          return a.second != b.second ? a.second > b.second
                                                                      : a.first < b.first;
                                      });
                    row.resize(kept);
                }
            });
    }
};

}  // namespace

std::unique_ptr<Ranker> make_popularity(const Orders& orders, const Split& split) {
    return std::make_unique<Popularity>(orders, split);
}

std::unique_ptr<Ranker> make_cosine(const Orders& orders, const Split& split, unsigned threads) {
    return std::make_unique<Cosine>(orders, split, threads);
}

std::unique_ptr<Ranker> make_bm25(const Orders& orders, const Split& split, unsigned threads) {
    return std::make_unique<Bm25>(orders, split, threads);
}

}  // namespace goeswith
