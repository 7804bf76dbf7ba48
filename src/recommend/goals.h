#pragma once

#include <cstdint>

namespace goeswith {

/// What a goal compares with its target: the cart before or after discounts.
enum class Basis : std::uint8_t { before_discounts = 0, after_discounts = 1 };

/// The amounts of a cart, in minor units of one currency.
struct CartAmounts {
    std::int64_t lines_minor = 0;        // all lines, before discounts on the cart
    std::int64_t discounts_minor = 0;    // on the cart, 0 or above
    std::int64_t not_counted_minor = 0;  // lines that do not count: gift cards, the reward itself
};

/// How far a cart is from a goal.
struct GoalState {
    std::int64_t amount_minor;   // what counts, never below 0
    std::int64_t missing_minor;  // 0 when the goal is reached
    bool reached;
};

/// Compares a cart with a goal's target, as shops do: reached at the target itself, not above it.
GoalState goal_state(const CartAmounts& cart, std::int64_t target_minor, Basis basis) noexcept;

}  // namespace goeswith
