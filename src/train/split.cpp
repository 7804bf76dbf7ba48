#include "train/split.h"

#include <algorithm>
#include <numeric>

#include "train/baskets.h"

namespace goeswith {
namespace {

constexpr std::size_t kQuestionsAnOrder = 5;
constexpr std::size_t kSmallest = 2;
constexpr std::size_t kLargest = 60;

/// SplitMix64 (Steele, Lea and Flood 2014). The standard's distributions differ from library to
/// library, and a figure has to be the same everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    /// 0 to `bound` - 1. The remainder's bias is below 2^-40 for any bound here.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  private:
    std::uint64_t state_;
};

/// Moves a random choice of `count` to the front (Fisher and Yates 1938).
template <typename T>
void choose(std::vector<T>& from, std::size_t count, Random& random) {
    for (std::size_t i = 0; i < count && i + 1 < from.size(); ++i)
        std::swap(from[i], from[i + random.below(from.size() - i)]);
    from.resize(std::min(count, from.size()));
}

}  // namespace

Split split_orders(const Orders& orders, std::span<const std::uint32_t> among, SplitBy by,
                   std::uint64_t seed) {
    Split split;
    const bool dated = !among.empty() && std::all_of(among.begin(), among.end(), [&](auto order) {
        return orders.time[order] != kNoTime;
    });
    split.by_time = by == SplitBy::time || (by == SplitBy::best && dated);
    std::vector<std::uint32_t> sequence(among.begin(), among.end());
    std::sort(sequence.begin(), sequence.end());
    if (split.by_time) {
        std::stable_sort(sequence.begin(), sequence.end(), [&](std::uint32_t a, std::uint32_t b) {
            return orders.time[a] < orders.time[b];
        });
    } else {
        Random random(seed);
        choose(sequence, sequence.size(), random);
    }
    const auto train = static_cast<std::ptrdiff_t>(sequence.size() - sequence.size() / 10);
    split.train.assign(sequence.begin(), sequence.begin() + train);
    split.test.assign(sequence.begin() + train, sequence.end());
    return split;
}

Questions make_questions(const Orders& orders, const Split& split, std::uint32_t least,
                         std::size_t most_orders, std::uint64_t seed) {
    std::vector<std::uint32_t> orders_with(orders.products.size(), 0);
    for (const std::uint32_t order : split.train)
        for (const std::uint32_t product : orders.basket(order))
            ++orders_with[product];
    Questions questions;
    for (std::uint32_t product = 0; product < orders_with.size(); ++product)
        if (orders_with[product] >= std::max(least, 1u))
            questions.known.push_back(product);

    const auto known_of = [&](std::uint32_t order) {
        std::vector<std::uint32_t> basket;
        for (const std::uint32_t product : orders.basket(order))
            if (orders_with[product] >= std::max(least, 1u))
                basket.push_back(product);
        return basket;
    };
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t order : split.test) {
        const std::size_t size = known_of(order).size();
        if (size >= kSmallest && size <= kLargest)
            fitting.push_back(order);
    }
    Random random(seed + 1);
    choose(fitting, most_orders, random);
    for (const std::uint32_t order : fitting) {
        const std::vector<std::uint32_t> basket = known_of(order);
        std::vector<std::uint32_t> answers = basket;
        choose(answers, kQuestionsAnOrder, random);
        for (const std::uint32_t answer : answers) {
            Question question{{}, answer, order};
            std::copy_if(basket.begin(), basket.end(), std::back_inserter(question.cart),
                         [&](std::uint32_t product) { return product != answer; });
            questions.asked.push_back(std::move(question));
        }
    }
    return questions;
}

}  // namespace goeswith
