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

std::int64_t goal_missing(const RuleList& rules, const Model& model, std::size_t goal,
                          std::span<const GoalLine> lines, const GoalQuestion& question) noexcept {
    const GoalScope scope = goal < rules.goals() ? rules.goal(goal) : GoalScope{};
    const bool scoped = scope.only + scope.except > 0;
    const bool converts = question.tax != Tax::as_shown && question.tax != question.shown;
    if (!question.items && converts && question.shown == Tax::as_shown)
        return kUnknownAmount;
    CartAmounts amounts;
    std::int64_t pieces = 0;
    for (const GoalLine& line : lines) {
        if (!line.counts)
            continue;
        if (scoped && line.product >= model.products())
            return kUnknownAmount;
        if (scoped && !rules.counts(goal, model, line.product))
            continue;
        pieces += line.pieces;
        if (question.items)
            continue;
        if (line.amount_minor < 0 || (converts && line.tax_minor < 0))
            return kUnknownAmount;
        amounts.lines_minor += line.amount_minor;
        if (converts)
            amounts.lines_minor += question.tax == Tax::included ? line.tax_minor : -line.tax_minor;
    }
    if (question.items)
        return goal_state({pieces, 0, 0}, question.target_minor, Basis::before_discounts)
            .missing_minor;
    if (question.basis == Basis::after_discounts && question.discounts_minor < 0)
        return kUnknownAmount;
    amounts.discounts_minor = question.discounts_minor;
    return goal_state(amounts, question.target_minor, question.basis).missing_minor;
}

}  // namespace goeswith
