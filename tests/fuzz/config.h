#pragma once

#include <string_view>

#include "config/config.h"
#include "fuzz/require.h"
#include "model/bytes.h"

namespace goeswith::fuzz {

/// Reads a configuration, which never throws, and holds what it finds to its word.
inline void fuzz_config(Bytes bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const ConfigResult read = read_config(text);
    require(read.config.currency.empty() || read.config.currency.size() == 3,
            "a currency has three letters");
    for (const Mistake& mistake : read.mistakes)
        require(!mistake.what.empty(), "a mistake is told");
    for (const GoalConfig& goal : read.config.goals) {
        require(!goal.reward.empty(), "a goal has a reward");
        require(goal.amount.empty() == (goal.items > 0), "a goal has an amount, or items");
        for (const auto& [currency, minor] : goal.amount) {
            require(currency.size() == 3, "an amount has a currency");
            require(minor > 0, "an amount is above nothing");
        }
    }
    for (const int exponent : {0, 2, 3})
        if (const auto minor = plain_decimal(text, exponent))
            require(*minor >= 0, "a plain decimal has no sign");
}

}  // namespace goeswith::fuzz
