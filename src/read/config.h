#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goeswith {

/// A reward that an order of a certain amount brings.
struct GoalConfig {
    std::string reward;                          // "free-shipping"
    std::map<std::string, std::int64_t> amount;  // minor units by currency
    bool after_discounts = true;  // what is compared: the cart's amount before or after
};

/// A shop's configuration, shop.json, as people and the page read it.
struct Config {
    std::string currency;  // of orders that tell none; empty where nobody said
    std::vector<GoalConfig> goals;
};

/// A mistake in a configuration: where, what is wrong, and what would be right.
struct Mistake {
    std::string place;  // "goals[0].amount.EUR", or "line 3" where the text is not JSON
    std::string what;
};

struct ConfigResult {
    Config config;
    std::vector<Mistake> mistakes;  // what they touch is left out of `config`
};

/// Reads the text of a shop.json and finds every mistake in it. Never throws.
///
///     { "currency": "EUR",
///       "goals": [ { "reward": "free-shipping", "amount": { "EUR": "50.00" }, "basis": "after" } ]
///       }
///
/// An amount is a decimal text, or a number that is read by its shortest text, so that 4.35 is 435
/// cents. `basis` is "after" (discounts) unless given. The page reads the same in web/config.ts.
ConfigResult read_config(std::string_view text);

/// A plain decimal ("4.35") in minor units of a currency with `exponent` decimals, exactly; nothing
/// for anything else, and for more decimals than the currency has.
std::optional<std::int64_t> plain_decimal(std::string_view text, int exponent);

}  // namespace goeswith
