#include "recommend/rules.h"

#include <cstring>

namespace goeswith {
namespace {

template <typename Part>
Part load(std::span<const std::uint32_t> words, std::size_t at) noexcept {
    Part part;
    std::memcpy(static_cast<void*>(&part), &words[at * (sizeof(Part) / 4)], sizeof part);
    return part;
}

bool contains(std::span<const ProductId> ascending, ProductId product) noexcept {
    std::size_t from = 0, to = ascending.size();
    while (from < to) {
        const std::size_t middle = (from + to) / 2;
        if (ascending[middle] < product)
            from = middle + 1;
        else
            to = middle;
    }
    return from < ascending.size() && ascending[from] == product;
}

}  // namespace

bool RuleList::open(std::span<const std::uint32_t> words) noexcept {
    *this = RuleList{};
    if (words.empty())
        return true;
    if (words.size() < kHeadWords)
        return false;
    const std::size_t sizes[] = {sizeof(Rule), sizeof(GoalScope), sizeof(Selector),
                                 sizeof(ProductId), sizeof(ProductId)};
    std::span<const std::uint32_t>* const parts[] = {&rules_, &goals_, &selectors_, &products_,
                                                     &picked_};
    std::size_t at = kHeadWords;
    for (std::size_t part = 0; part < 5; ++part) {
        const std::uint64_t size = std::uint64_t{words[part]} * (sizes[part] / 4);
        if (size > words.size() - at)
            return fail();
        *parts[part] = words.subspan(at, static_cast<std::size_t>(size));
        at += static_cast<std::size_t>(size);
    }
    if (at != words.size() || size() > kMostRules)
        return fail();
    upgrade_from_ = words[5];
    upgrade_to_ = words[6];
    for (std::size_t i = 0; i < size(); ++i) {
        const Rule rule = (*this)[i];
        if (static_cast<std::uint8_t>(rule.action) >= kActions ||
            static_cast<std::uint8_t>(rule.kind) >= kKinds || !sound(rule.select) ||
            !sound(rule.with))
            return fail();
    }
    const std::size_t selectors = selectors_.size() * 4 / sizeof(Selector);
    for (std::size_t i = 0; i < selectors; ++i)
        if (!sound(load<Selector>(selectors_, i)))
            return fail();
    for (std::size_t i = 0; i < goals(); ++i)
        if (const GoalScope scope = goal(i);
            scope.begin > selectors ||
            scope.only + std::size_t{scope.except} > selectors - scope.begin)
            return fail();
    return true;
}

bool RuleList::fail() noexcept {
    *this = RuleList{};
    return false;
}

bool RuleList::sound(const Selector& selector) const noexcept {
    return selector.product_begin <= products_.size() &&
           selector.product_count <= products_.size() - selector.product_begin;
}

Rule RuleList::operator[](std::size_t at) const noexcept {
    return load<Rule>(rules_, at);
}

GoalScope RuleList::goal(std::size_t at) const noexcept {
    return load<GoalScope>(goals_, at);
}

bool RuleList::counts(std::size_t at, const Model& model, ProductId product) const noexcept {
    const GoalScope scope = goal(at);
    const ProductFacts facts(model, product);
    bool counted = scope.only == 0;
    for (std::size_t i = 0; i < scope.only; ++i)
        counted = counted || selects(load<Selector>(selectors_, scope.begin + i), facts);
    for (std::size_t i = scope.only; i < std::size_t{scope.only} + scope.except; ++i)
        counted = counted && !selects(load<Selector>(selectors_, scope.begin + i), facts);
    return counted;
}

bool RuleList::in_force(const Rule& rule, const Moment& moment) noexcept {
    const auto bit = [](std::uint8_t mask, auto place) {
        return (mask >> static_cast<unsigned>(place) & 1) != 0;
    };
    return bit(rule.placements, moment.placement) && bit(rule.stages, moment.stage) &&
           moment.day >= rule.from_day && moment.day <= rule.until_day &&
           (rule.months == 0 || (moment.month > 0 && (rule.months >> (moment.month - 1) & 1) != 0));
}

bool RuleList::selects(const Selector& selector, const ProductFacts& facts) const noexcept {
    if (!Gate(selector).open_to(facts.groups()) ||
        (selector.tags != 0 && (facts.tags & selector.tags) == 0))
        return false;
    if ((selector.price_from > 0 || selector.price_to != kAnyPrice) &&
        (facts.price == 0 || facts.price < selector.price_from || facts.price > selector.price_to))
        return false;
    if (selector.margin_to != kNoMargin &&
        (facts.margin_percent == kNoMargin || facts.margin_percent < selector.margin_from ||
         facts.margin_percent > selector.margin_to))
        return false;
    // A variant is meant where its parent's first one is named.
    return selector.product_count == 0 || contains(products_of(selector), facts.product) ||
           (facts.parent != facts.product && contains(products_of(selector), facts.parent));
}

std::uint32_t kind_of(Kind kind, const Model& model, ProductId product) noexcept {
    switch (kind) {
        case Kind::category:
            return model.category(product) == kNoGroup ? kNoKind : model.category(product);
        case Kind::brand:
            return model.brand(product) == kNoGroup ? kNoKind : model.brand(product);
        case Kind::parent:
            return model.parent(product);
        case Kind::any:
            break;
    }
    return 0;
}

}  // namespace goeswith
