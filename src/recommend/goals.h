#pragma once

#include <cstdint>
#include <span>

#include "model/model.h"
#include "recommend/moment.h"
#include "recommend/rules.h"

namespace goeswith {

/// What a goal compares with its target: the cart before or after discounts.
enum class Basis : std::uint8_t { before_discounts = 0, after_discounts = 1 };

/// With tax, without it, or as the cart shows its amounts.
enum class Tax : std::uint8_t { as_shown = 0, included = 1, excluded = 2 };

/// The amounts of a cart, in minor units of one currency.
struct CartAmounts {
    std::int64_t lines_minor = 0;        // all lines, before discounts on the cart
    std::int64_t discounts_minor = 0;    // on the cart, 0 or above
    std::int64_t not_counted_minor = 0;  // lines that do not count: gift cards, the reward itself
};

/// How far a cart is from a goal.
struct GoalState {
    std::int64_t amount_minor;   // what counts, never below 0; pieces where the goal counts items
    std::int64_t missing_minor;  // 0 when the goal is reached
    bool reached;
};

/// Compares a cart with a goal's target, as shops do: reached at the target itself, not above it.
GoalState goal_state(const CartAmounts& cart, std::int64_t target_minor, Basis basis) noexcept;

inline constexpr std::int64_t kUnknownAmount = -1;

/// A line of a cart, as a goal sees it.
struct GoalLine {
    ProductId product = kNoneAtHand;             // kNoneAtHand: the model does not know it
    std::int64_t amount_minor = kUnknownAmount;  // before discounts on the cart
    std::int64_t tax_minor = kUnknownAmount;     // in the amount, or on top of it
    std::uint32_t pieces = 1;
    bool counts = true;  // false for gift cards, rewards, what is not shipped
};

/// A goal in numbers, and the cart around the lines.
struct GoalQuestion {
    std::int64_t target_minor = 0;  // pieces where `items` is set
    bool items = false;
    Basis basis = Basis::after_discounts;
    Tax tax = Tax::as_shown;
    Tax shown = Tax::as_shown;  // how the cart's amounts are; as_shown: not known
    std::int64_t discounts_minor = 0;
};

/// What a cart still lacks for the goal number `goal` of the rules, or kUnknownAmount where an
/// amount, a tax or a product that decides is not known: what is unknown is not promised.
///
/// Discounts on the cart are taken off whole, also where only a part of it counts, so that nothing
/// is promised too early.
std::int64_t goal_missing(const RuleList& rules, const Model& model, std::size_t goal,
                          std::span<const GoalLine> lines, const GoalQuestion& question) noexcept;

}  // namespace goeswith
