#include "recommend/goals.h"

namespace goeswith {

GoalState goal_state(const CartAmounts& cart, std::int64_t target_minor, Basis basis) noexcept {
    std::int64_t amount = cart.lines_minor - cart.not_counted_minor;
    if (basis == Basis::after_discounts)
        amount -= cart.discounts_minor;
    if (amount < 0)
        amount = 0;
    const std::int64_t missing = amount < target_minor ? target_minor - amount : 0;
    return {amount, missing, missing == 0};
}

}  // namespace goeswith
