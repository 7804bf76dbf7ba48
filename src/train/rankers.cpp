#include "train/rankers.h"

#include <cmath>
#include <stdexcept>
#include <string>

#include "recommend/recommender.h"

namespace goeswith {
namespace {

class Popularity : public Ranker {
  public:
    Popularity(const Orders& orders, const Split& split) : orders_with_(orders.products.size(), 0) {
        for (const std::uint32_t order : split.train)
            for (const std::uint32_t product : orders.basket(order))
                ++orders_with_[product];
    }
    void score(std::span<const std::uint32_t>, std::span<double> scores, unsigned) const override {
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] = orders_with_[i];
    }

  private:
    std::vector<std::uint32_t> orders_with_;
};

/// Item-to-item cosine as most shops have it: plain counts, every neighbour.
class Cosine : public Ranker {
  public:
    Cosine(const Orders& orders, const Split& split, const TrainOptions& options)
        : baskets_(make_baskets(orders, split.train, {1, ~std::uint64_t{0}})), rows_(baskets_.products()) {
        Counts(baskets_).for_each_row(
            options.weights.threads, [&](ProductId product, std::span<const Pair> pairs) {
                for (const Pair& pair : pairs)
                    rows_[product].push_back(
                        {pair.other, pair.orders / std::sqrt(orders_with(product)) /
                                         std::sqrt(orders_with(pair.other))});
            });
    }
    void score(std::span<const std::uint32_t> cart, std::span<double> scores,
               unsigned) const override {
        for (const std::uint32_t product : cart)
            if (const ProductId number = baskets_.number_of[product]; number != kNoProduct)
                for (const auto& [other, weight] : rows_[number])
                    scores[baskets_.product_of[other]] += weight;
    }

  private:
    double orders_with(ProductId product) const { return baskets_.orders_with[product]; }

    Baskets baskets_;
    std::vector<std::vector<std::pair<ProductId, double>>> rows_;
};

/// The file that a shop would ship, opened and asked as the page asks it.
class Served : public Ranker {
  public:
    Served(const Orders& orders, const Split& split, TrainOptions options)
        : number_of_(make_baskets(orders, split.train, options.baskets).number_of) {
        options.texts = false;
        bytes_ = train(orders, split.train, options).model;
        const OpenResult opened = open_model(bytes_);
        if (!opened)
            throw std::logic_error(to_text(opened.status));
        product_of_.resize(opened.model.products());
        for (std::uint32_t product = 0; product < number_of_.size(); ++product)
            if (number_of_[product] != kNoProduct)
                product_of_[number_of_[product]] = product;
        for (unsigned i = 0; i < thread_count(options.weights.threads); ++i)
            recommenders_.push_back(std::make_unique<Recommender>(opened.model));
    }
    void score(std::span<const std::uint32_t> cart, std::span<double> scores,
               unsigned worker) const override {
        std::vector<ProductId> numbers;
        for (const std::uint32_t product : cart)
            numbers.push_back(number_of_[product]);
        std::vector<Offer> row(product_of_.size());
        row.resize(recommenders_[worker]->recommend({numbers}, row));
        // The place in the row is the rank; only equal positive scores are a tie, as the best
        // sellers that follow have an order of their own. What is never offered comes last.
        for (std::size_t at = 0; at < row.size(); ++at)
            scores[product_of_[row[at].product]] =
                row[at].score > 0 ? 2 + row[at].score
                                  : 1 + 1 / static_cast<double>(at + 1);
    }
    std::uint64_t size_bytes() const override { return bytes_.size(); }

  private:
    std::vector<ProductId> number_of_;
    std::vector<std::uint32_t> product_of_;
    std::vector<unsigned char> bytes_;
    std::vector<std::unique_ptr<Recommender>> recommenders_;
};

}  // namespace

std::unique_ptr<Ranker> train_ranker(const std::string& method, const Orders& orders,
                                     const Split& split, const TrainOptions& options) {
    if (method == "popularity")
        return std::make_unique<Popularity>(orders, split);
    if (method == "cosine")
        return std::make_unique<Cosine>(orders, split, options);
    if (method == "goeswith")
        return std::make_unique<Served>(orders, split, options);
    throw std::invalid_argument("there is no method \"" + method + "\"");
}

}  // namespace goeswith
