#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/compile.h"
#include "read/cart.h"

namespace goeswith {

/// A goal as the widget shows it to the shopper of a cart, or why it does not.
struct GoalView {
    const GoalConfig* goal = nullptr;
    bool shown = false;
    std::string why_not;  // empty where it is shown
    bool reached = false;
    bool lost = false;                                 // it was reached before
    std::int64_t target = 0, amount = 0, missing = 0;  // minor units, or pieces
};

/// Every goal of a configuration for a cart, in their order.
///
/// `rules`   compiled from the same configuration
/// `day`     of the question, days since 1970-01-01
/// `before`  whether each goal was reached when the cart was looked at last; may be empty
std::vector<GoalView> view_goals(const Config& config, const RuleList& rules,
                                 const ModelNames& names, const CartFile& cart, std::uint32_t day,
                                 const std::vector<bool>& before = {});

}  // namespace goeswith
