#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

#include "recommend/recommender.h"
#include "train/rankers.h"

namespace goeswith {
namespace {

/// The orders of each customer in the training part, oldest first.
class OwnHistory {
  public:
    OwnHistory(const Orders& orders, const Split& split) : orders_(orders) {
        for (const std::uint32_t order : split.train)
            if (orders.customer[order] != kNoCustomer)
                of_[orders.customer[order]].push_back(order);
        for (auto& [customer, own] : of_)
            std::sort(own.begin(), own.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return before(a, b); });
    }

    /// What the customer of an order had bought until then.
    std::vector<Bought> until(std::uint32_t order, const std::vector<ProductId>& number_of) const {
        std::vector<Bought> bought;
        const auto found = of_.find(orders_.customer[order]);
        if (found == of_.end())
            return bought;
        std::uint32_t ago = 0;
        for (auto own = found->second.rbegin(); own != found->second.rend(); ++own) {
            if (!before(*own, order))
                continue;
            for (const std::uint32_t product : orders_.basket(*own))
                bought.push_back({number_of[product], ago});
            ++ago;
        }
        return bought;
    }

  private:
    bool before(std::uint32_t a, std::uint32_t b) const {
        return std::pair(orders_.time[a], a) < std::pair(orders_.time[b], b);
    }

    const Orders& orders_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_;
};

class Served : public ServedRanker {
  public:
    Served(const Orders& orders, const Split& split, TrainOptions options, std::size_t depth)
        : orders_(orders),
          split_(split),
          depth_(depth),
          number_of_(make_baskets(orders, split.train, options.baskets).number_of) {
        options.details = false;
        bytes_ = train(orders, split.train, options).model;
        own_ = options.own;
        threads_ = options.weights.threads;
        open();
        for (std::uint32_t product = 0; product < number_of_.size(); ++product)
            if (number_of_[product] != kNoProduct)
                product_of_[number_of_[product]] = product;
    }

    void count_own(double own) override {
        if (!history_)
            history_ = std::make_unique<OwnHistory>(orders_, split_);
        count_own_anew(bytes_, own_, own);
        own_ = own;
        open();
    }

    void score(const Question& question, std::span<double> scores, unsigned worker) const override {
        std::vector<ProductId> numbers;
        for (const std::uint32_t product : question.cart)
            numbers.push_back(number_of_[product]);
        std::vector<Bought> bought;
        if (history_)
            bought = history_->until(question.order, number_of_);
        std::vector<Offer> row(std::min(depth_, product_of_.size()));
        row.resize(recommenders_[worker]->recommend({numbers, {}, bought}, row));
        // The place in the row is the rank: a shopper sees equal scores one after the other too, in
        // the same order on every page. What is never offered is a tie at the end.
        for (std::size_t at = 0; at < row.size(); ++at)
            scores[product_of_[row[at].product]] = 1 / static_cast<double>(at + 1);
    }

    std::uint64_t size_bytes() const override { return bytes_.size(); }

  private:
    void open() {
        const OpenResult opened = open_model(bytes_);
        if (!opened)
            throw std::logic_error(to_text(opened.status));
        product_of_.resize(opened.model.products());
        recommenders_.clear();
        for (unsigned i = 0; i < thread_count(threads_); ++i)
            recommenders_.push_back(std::make_unique<Recommender>(opened.model));
    }

    const Orders& orders_;
    const Split& split_;
    std::unique_ptr<OwnHistory> history_;
    std::size_t depth_;
    std::vector<ProductId> number_of_;
    std::vector<std::uint32_t> product_of_;
    std::vector<unsigned char> bytes_;
    double own_ = 0;
    unsigned threads_ = 0;
    std::vector<std::unique_ptr<Recommender>> recommenders_;
};

}  // namespace

std::unique_ptr<ServedRanker> make_served(const Orders& orders, const Split& split,
                                          TrainOptions options, std::size_t depth) {
    return std::make_unique<Served>(orders, split, std::move(options), depth);
}

}  // namespace goeswith
