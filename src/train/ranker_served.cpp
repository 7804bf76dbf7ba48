#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

#include "recommend/recommender.h"
#include "train/rankers.h"

namespace goeswith {
namespace {

class Served : public Ranker {
  public:
    Served(const Orders& orders, const Split& split, TrainOptions options, std::size_t depth)
        : depth_(depth), number_of_(make_baskets(orders, split.train, options.baskets).number_of) {
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
        std::vector<Offer> row(std::min(depth_, product_of_.size()));
        row.resize(recommenders_[worker]->recommend({numbers}, row));
        // The place in the row is the rank: a shopper sees equal scores one after the other too, in
        // the same order on every page. What is never offered is a tie at the end.
        for (std::size_t at = 0; at < row.size(); ++at)
            scores[product_of_[row[at].product]] = 1 / static_cast<double>(at + 1);
    }

    std::uint64_t size_bytes() const override { return bytes_.size(); }

  private:
    std::size_t depth_;
    std::vector<ProductId> number_of_;
    std::vector<std::uint32_t> product_of_;
    std::vector<unsigned char> bytes_;
    std::vector<std::unique_ptr<Recommender>> recommenders_;
};

}  // namespace

std::unique_ptr<Ranker> make_served(const Orders& orders, const Split& split, TrainOptions options,
                                    std::size_t depth) {
    return std::make_unique<Served>(orders, split, std::move(options), depth);
}

}  // namespace goeswith
