#include "recommend/rules.h"

#include <cstring>

namespace goeswith {
namespace {

bool sound(const Selector& selector, std::size_t products) noexcept {
    return selector.product_begin <= products &&
           selector.product_count <= products - selector.product_begin;
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
    if (words.size() < kHeadWords || words[0] > kMostRules || words[1] > words.size() ||
        words[2] > words.size() ||
        kHeadWords + words[0] * kRuleWords + words[1] + words[2] != words.size())
        return false;
    words_ = words.subspan(kHeadWords, words[0] * kRuleWords);
    for (std::size_t at = 0; at < size(); ++at) {
        const Rule rule = (*this)[at];
        if (static_cast<std::uint8_t>(rule.action) < kActions &&
            static_cast<std::uint8_t>(rule.kind) < kKinds && sound(rule.select, words[1]) &&
            sound(rule.with, words[1]))
            continue;
        *this = RuleList{};
        return false;
    }
    products_ = words.subspan(kHeadWords + words_.size(), words[1]);
    picked_ = words.last(words[2]);
    upgrade_from_ = words[3];
    upgrade_to_ = words[4];
    return true;
}

Rule RuleList::operator[](std::size_t at) const noexcept {
    Rule rule;
    std::memcpy(static_cast<void*>(&rule), &words_[at * kRuleWords], sizeof rule);
    return rule;
}

bool RuleList::in_force(const Rule& rule, const Moment& moment) noexcept {
    const auto bit = [](std::uint8_t mask, auto place) {
        return (mask >> static_cast<unsigned>(place) & 1) != 0;
    };
    return bit(rule.placements, moment.placement) && bit(rule.stages, moment.stage) &&
           moment.day >= rule.from_day && moment.day <= rule.until_day &&
           (rule.months == 0 || (moment.month > 0 && (rule.months >> (moment.month - 1) & 1) != 0));
}

bool RuleList::selects(const Selector& selector, const Model& model,
                       ProductId product) const noexcept {
    if (selector.category != kNoGroup && model.category(product) != selector.category)
        return false;
    if (selector.brand != kNoGroup && model.brand(product) != selector.brand)
        return false;
    if (selector.tags != 0 && (model.tags(product) & selector.tags) == 0)
        return false;
    if (selector.price_from > 0 || selector.price_to != kAnyPrice) {
        const std::uint32_t price = model.price(product);
        if (price == 0 || price < selector.price_from || price > selector.price_to)
            return false;
    }
    if (selector.margin_to != kNoMargin) {
        const std::uint8_t margin = model.margin_percent(product);
        if (margin == kNoMargin || margin < selector.margin_from || margin > selector.margin_to)
            return false;
    }
    // A variant is meant where its parent's first one is named.
    return selector.product_count == 0 || contains(products_of(selector), product) ||
           (model.parent(product) != product &&
            contains(products_of(selector), model.parent(product)));
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
