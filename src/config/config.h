#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recommend/goals.h"
#include "recommend/moment.h"
#include "recommend/rules.h"

namespace goeswith {

/// Amounts in minor units by currency.
using Amounts = std::map<std::string, std::int64_t>;

/// Products as a configuration names them: a product has to meet every condition that is told, and
/// one of the values of it.
struct Selection {
    std::vector<std::string> products, categories, brands, tags;
    std::optional<Amounts> price_from, price_to;
    std::optional<int> margin_from, margin_to;  // percent

    bool empty() const {
        return products.empty() && categories.empty() && brands.empty() && tags.empty() &&
               !price_from && !price_to && !margin_from && !margin_to;
    }
};

/// An order goal: what an order of a certain size brings.
struct GoalConfig {
    std::string reward;           // "free-shipping", "discount", "gift", "points", "message"
    Amounts amount;               // what is needed; empty where items count
    std::uint32_t items = 0;      // pieces that are needed; 0 where amounts count
    bool after_discounts = true;  // what is compared: the cart's amount before or after
    Tax tax = Tax::as_shown;
    Selection only;                      // what counts, where it is not the whole cart
    Selection except;                    // what does not count, besides gift cards and rewards
    std::vector<std::string> countries;  // ISO 3166; empty: everywhere
    std::uint16_t from_day = 0, until_day = kForever;
    Amounts value;     // what the reward saves the shopper
    Amounts cost;      // what it costs the merchant
    std::string gift;  // the product that is the reward
    std::string text;  // what a message says
    std::uint32_t percent = 0, points = 0, times = 0;
    std::size_t source = 0;  // its place in the list
};

struct RuleConfig {
    Rule rule;  // without its selectors
    Selection select, with;
};

/// A row of the shop: which lists fill it, where and for whom.
struct RowConfig {
    std::uint8_t placements = 0xFF, stages = 0xFF;  // bits as in `Rule`
    std::vector<std::string> lists;                 // names that `parse_list` knows
};

/// A shop's configuration, shop.json, as people and the page read it.
struct Config {
    std::string currency;  // of orders that tell none; empty where nobody said
    std::vector<GoalConfig> goals;
    std::vector<RuleConfig> rules;
    std::vector<RowConfig> rows;
    std::vector<std::string> picked;
    std::uint32_t upgrade_from = 10, upgrade_to = 60;  // percent above the product at hand
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
/// `web/shop.schema.json` says the same to editors, web/README.md to people; the page reads the
/// same in web/config.ts and web/engine/rules.ts.
///
/// An amount is a decimal text, or a number that is read by its shortest text, so that 4.35 is 435
/// cents.
ConfigResult read_config(std::string_view text);

/// A plain decimal ("4.35") in minor units of a currency with `exponent` decimals, exactly; nothing
/// for anything else, and for more decimals than the currency has.
std::optional<std::int64_t> plain_decimal(std::string_view text, int exponent);

/// What a list is called: "together", "best-sellers:cart-category", "new:category=Cups".
struct ListName {
    ListStep step;      // without the number of its category or brand
    std::string group;  // the category or brand that it names
};
/// Nothing where the name is not one; `list_names` tells what there is.
std::optional<ListName> parse_list(std::string_view name);
std::string list_names();
std::optional<Placement> parse_placement(std::string_view name);
std::optional<Stage> parse_stage(std::string_view name);
std::string placement_names();
std::string stage_names();

/// All ids and tags that rules and lists name, so that training keeps them.
std::vector<std::string> named_products(const Config& config);
std::vector<std::string> named_tags(const Config& config);

}  // namespace goeswith
