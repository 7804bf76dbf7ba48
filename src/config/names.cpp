#include <algorithm>
#include <array>

#include "config/config.h"

namespace goeswith {
namespace {

// By number, as src/recommend/moment.h has them.
constexpr std::array<std::string_view, kLists> kListNames = {
    "goes-with", "together", "likely",          "best-sellers",  "new",       "trending",
    "upgrade",   "viewed",   "seen-not-bought", "bought-before", "due-again", "picked"};
constexpr std::array<std::string_view, kScopes> kScopeNames = {
    "all",           "category",      "brand",         "product-category",
    "product-brand", "seen-category", "cart-category", "top-product-category"};
constexpr std::array<std::string_view, kPlacements> kPlacementNames = {"home", "product", "cart",
                                                                       "drawer", "after-purchase"};
constexpr std::array<std::string_view, kStages> kStageNames = {
    "first-visit", "looking", "first-purchase", "returning", "away", "business"};

template <std::size_t count>
std::optional<std::uint8_t> number_of(const std::array<std::string_view, count>& names,
                                      std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nullopt
                             : std::optional(static_cast<std::uint8_t>(at - names.begin()));
}

template <std::size_t count>
std::string listed(const std::array<std::string_view, count>& names) {
    std::string all;
    for (const std::string_view name : names)
        all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::optional<ListName> parse_list(std::string_view name) {
    const std::size_t colon = std::min(name.find(':'), name.size());
    const auto list = number_of(kListNames, name.substr(0, colon));
    if (!list)
        return std::nullopt;
    ListName parsed{{static_cast<List>(*list)}, {}};
    if (colon == name.size())
        return parsed;
    const std::string_view scope = name.substr(colon + 1);
    const std::size_t equals = std::min(scope.find('='), scope.size());
    const auto number = number_of(kScopeNames, scope.substr(0, equals));
    if (!number)
        return std::nullopt;
    parsed.step.scope = static_cast<Scope>(*number);
    const bool named = parsed.step.scope == Scope::category || parsed.step.scope == Scope::brand;
    if (named != (equals < scope.size()))
        return std::nullopt;
    if (named)
        parsed.group = scope.substr(equals + 1);
    if (named && parsed.group.empty())
        return std::nullopt;
    return parsed;
}

std::string list_names() {
    return listed(kListNames) +
           "; behind a colon category=NAME, brand=NAME, product-category, product-brand, "
           "seen-category, cart-category, top-product-category";
}

std::optional<Placement> parse_placement(std::string_view name) {
    const auto number = number_of(kPlacementNames, name);
    return number ? std::optional(static_cast<Placement>(*number)) : std::nullopt;
}
std::optional<Stage> parse_stage(std::string_view name) {
    const auto number = number_of(kStageNames, name);
    return number ? std::optional(static_cast<Stage>(*number)) : std::nullopt;
}
std::string placement_names() {
    return listed(kPlacementNames);
}
std::string stage_names() {
    return listed(kStageNames);
}

std::vector<std::string> named_products(const Config& config) {
    std::vector<std::string> ids = config.picked;
    for (const RuleConfig& rule : config.rules) {
        append(ids, rule.select.products);
        append(ids, rule.with.products);
    }
    for (const GoalConfig& goal : config.goals) {
        append(ids, goal.only.products);
        append(ids, goal.except.products);
    }
    return ids;
}

std::vector<std::string> named_tags(const Config& config) {
    std::vector<std::string> tags;
    for (const RuleConfig& rule : config.rules) {
        append(tags, rule.select.tags);
        append(tags, rule.with.tags);
    }
    for (const GoalConfig& goal : config.goals) {
        append(tags, goal.only.tags);
        append(tags, goal.except.tags);
    }
    return tags;
}

}  // namespace goeswith
