#include "train/experiment.h"

#include <cmath>

#include "unit/catch.h"
#include "unit/dice.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

constexpr std::size_t kValue = static_cast<std::size_t>(Metric::average_order_value);
constexpr std::size_t kAttach = static_cast<std::size_t>(Metric::attach_rate);
constexpr std::size_t kRevenue = static_cast<std::size_t>(Metric::revenue_per_order);

/// Orders that one puts together by hand.
struct Experiment {
    Orders orders;
    std::vector<std::uint32_t> arm_of;

    void add(std::uint32_t arm, std::uint32_t customer, std::int64_t amount,
             std::uint32_t products) {
        for (std::uint32_t product = 0; product < products; ++product)
            orders.lines.push_back(product);
        orders.basket_begin.push_back(orders.lines.size());
        orders.customer.push_back(customer);
        orders.amount_minor.push_back(amount);
        orders.items.push_back(products);
        arm_of.push_back(arm);
    }
    std::vector<Arm> compare() const { return compare_arms(orders, arm_of, 2, 0); }
};

/// `count` orders of as many customers in two arms; amounts from 10 to 90, the second arm's
/// higher by `more`.
Experiment shop(std::size_t count, std::int64_t more, std::uint32_t seed) {
    Dice dice(seed);
    Experiment experiment;
    for (std::uint32_t i = 0; i < count; ++i)
        experiment.add(i % 2, i,
                       1000 + static_cast<std::int64_t>(dice.below(8000)) + (i % 2 ? more : 0),
                       1 + static_cast<std::uint32_t>(dice.below(2)));
    return experiment;
}

}  // namespace

TEST_CASE("figures of an arm are ratios of its sums") {
    Experiment experiment;
    experiment.add(0, 1, 1000, 1);
    experiment.add(0, 2, 3000, 3);
    experiment.add(0, 3, kNoPrice, 1);
    experiment.add(1, 4, 500, 2);
    experiment.add(kNoArm, 5, 999999, 9);
    const auto arms = experiment.compare();
    CHECK(arms[0].orders == 3);
    CHECK(arms[0].unpriced == 1);
    CHECK(arms[0].shoppers == 3);
    CHECK(arms[0].estimates[kValue].value == 2000);
    CHECK(arms[0].estimates[kRevenue].value == Approx(4000.0 / 3));
    CHECK(arms[0].estimates[kAttach].value == Approx(1.0 / 3));
    CHECK(arms[1].differences[kValue].absolute.value == -1500);
    CHECK(arms[1].differences[kValue].relative.value == -0.75);
    // Three shoppers tell nothing, whatever the interval says.
    CHECK(!arms[1].differences[kValue].told);
}

TEST_CASE("the interval of a mean is the textbook's") {
    const Experiment experiment = shop(4000, 0, 7);
    double sum = 0, squares = 0, count = 0;
    for (std::size_t i = 0; i < experiment.arm_of.size(); i += 2) {
        const auto amount = static_cast<double>(experiment.orders.amount_minor[i]);
        sum += amount, squares += amount * amount, ++count;
    }
    const double mean = sum / count;
    const double error = std::sqrt((squares / count - mean * mean) / count);
    const Estimate value = experiment.compare()[0].estimates[kValue];
    CHECK(value.low == Approx(mean - 1.96 * error).epsilon(0.005));
    CHECK(value.high == Approx(mean + 1.96 * error).epsilon(0.005));
}

TEST_CASE("a real difference is told, and none is told where there is none") {
    CHECK(shop(4000, 600, 3).compare()[1].differences[kValue].told);
    // One in twenty is told by chance; of 200 more than 20 would be one in 4,000.
    int told = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed)
        told += shop(400, 0, seed).compare()[1].differences[kValue].told;
    CHECK(told <= 20);
    CHECK(told >= 2);
}

TEST_CASE("as many orders as are said to be needed do show a difference of 5 %") {
    // 40 %-ish spread around 50: the textbook needs 16 (s / d)^2 orders an arm.
    const auto arms = shop(1000, 0, 11).compare();
    const double spread = 8000 / std::sqrt(12.0);
    const double textbook = 2 * 2 * std::pow(2.8016 * spread / (0.05 * 5000), 2);
    CHECK(arms[1].differences[kValue].orders_needed == Approx(textbook).epsilon(0.15));
}

TEST_CASE("a customer's orders stand or fall together") {
    // The same orders, by 2,000 customers or by 50: the latter tell less.
    Experiment many = shop(2000, 0, 5), few = many;
    for (std::size_t i = 0; i < few.orders.customer.size(); ++i) {
        few.orders.customer[i] = static_cast<std::uint32_t>(i % 50);
        few.orders.amount_minor[i] = 1000 + 100 * (static_cast<std::int64_t>(i) % 50);
        many.orders.amount_minor[i] = few.orders.amount_minor[i];
    }
    const auto width = [](const Experiment& experiment) {
        const Estimate value = experiment.compare()[0].estimates[kValue];
        return value.high - value.low;
    };
    CHECK(width(few) > 4 * width(many));
}
