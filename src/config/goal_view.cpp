#include "config/goal_view.h"

#include <algorithm>

namespace goeswith {
namespace {

std::vector<GoalLine> lines_of(const CartFile& cart, const GoalConfig& goal,
                               const ModelNames& names) {
    std::vector<GoalLine> lines;
    for (const CartFile::Line& line : cart.lines) {
        GoalLine read;
        for (const std::string& id : line.ids)
            if (const auto product = names.product(id); product && read.product == kNoneAtHand)
                read.product = *product;
        const bool gift = std::find(line.ids.begin(), line.ids.end(), goal.gift) != line.ids.end();
        read.amount_minor = line.amount_minor;
        read.tax_minor = line.tax_minor.value_or(kUnknownAmount);
        read.pieces = line.quantity;
        read.counts = !line.gift_card && !line.reward && !gift &&
                      (line.shippable || goal.reward != "free-shipping");
        lines.push_back(read);
    }
    return lines;
}

GoalView view(const GoalConfig& goal, std::size_t number, const RuleList& rules,
              const ModelNames& names, const CartFile& cart, std::uint32_t day) {
    GoalView view;
    view.goal = &goal;
    const auto hidden = [&](const char* why) {
        view.why_not = why;
        return view;
    };
    if (day < goal.from_day || day > goal.until_day)
        return hidden("the goal is not in force on this day");
    if (!goal.countries.empty() && std::find(goal.countries.begin(), goal.countries.end(),
                                             cart.country) == goal.countries.end())
        return hidden(cart.country.empty()
                          ? "the goal is for some countries, and the cart tells none"
                          : "the goal is not for this country");
    GoalQuestion question;
    question.items = goal.items > 0;
    question.target_minor = goal.items;
    if (!question.items) {
        const auto target = goal.amount.find(cart.currency);
        if (target == goal.amount.end())
            return hidden("the goal has no amount in this currency");
        question.target_minor = target->second;
    }
    const bool shipping = goal.reward == "free-shipping";
    // Platforms say "nothing to ship" of an empty cart too, and that one has everything before it.
    if (shipping && !cart.needs_shipping && !cart.lines.empty())
        return hidden("nothing in the cart is shipped");
    question.basis = goal.after_discounts ? Basis::after_discounts : Basis::before_discounts;
    question.tax = goal.tax;
    question.shown = !cart.tax_included   ? Tax::as_shown
                     : *cart.tax_included ? Tax::included
                                          : Tax::excluded;
    question.discounts_minor = cart.discounts_minor;
    view.target = question.target_minor;
    // The checkout's own word is the one that counts.
    const bool granted = shipping && cart.free_shipping_now == true;
    const std::vector<GoalLine> lines = lines_of(cart, goal, names);
    view.missing = granted ? 0 : goal_missing(rules, names.model(), number, lines, question);
    if (view.missing == kUnknownAmount)
        return hidden("what counts towards it is not known for sure");
    if (shipping && view.missing == 0 && cart.free_shipping_now == false)
        return hidden("the checkout does not grant it");
    view.shown = true;
    view.reached = view.missing == 0;
    view.amount = view.target - view.missing;  // at most the target
    return view;
}

}  // namespace

std::vector<GoalView> view_goals(const Config& config, const RuleList& rules,
                                 const ModelNames& names, const CartFile& cart, std::uint32_t day,
                                 const std::vector<bool>& before) {
    std::vector<GoalView> views;
    for (std::size_t at = 0; at < config.goals.size(); ++at) {
        views.push_back(view(config.goals[at], at, rules, names, cart, day));
        views.back().lost =
            at < before.size() && before[at] && views.back().shown && !views.back().reached;
    }
    return views;
}

}  // namespace goeswith
