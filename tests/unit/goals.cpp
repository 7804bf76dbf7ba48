#include "recommend/goals.h"

#include "unit/catch.h"

using namespace goeswith;

TEST_CASE("a goal is reached at its target, not above it") {
    const auto at = [](std::int64_t amount) {
        return goal_state({amount, 0, 0}, 5000, Basis::after_discounts);
    };
    CHECK_FALSE(at(4999).reached);
    CHECK(at(4999).missing_minor == 1);
    CHECK(at(5000).reached);
    CHECK(at(5000).missing_minor == 0);
    CHECK(at(5001).reached);
    CHECK(at(5001).missing_minor == 0);
}

TEST_CASE("discounts count only where the goal says so") {
    const CartAmounts cart{5200, 500, 0};
    CHECK(goal_state(cart, 5000, Basis::before_discounts).reached);
    CHECK(goal_state(cart, 5000, Basis::after_discounts).missing_minor == 300);
}

TEST_CASE("gift cards and the reward itself do not count") {
    CHECK(goal_state({5200, 0, 2500}, 5000, Basis::after_discounts).missing_minor == 2300);
}

TEST_CASE("a discount above the lines leaves the whole goal, not more") {
    const GoalState state = goal_state({1000, 9000, 0}, 5000, Basis::after_discounts);
    CHECK(state.amount_minor == 0);
    CHECK(state.missing_minor == 5000);
}
