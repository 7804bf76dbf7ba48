#include "recommend/recommender.h"

#include <new>

#include "recommend/row.h"

namespace goeswith {
namespace {

constexpr std::uint32_t kUsual[] = {ListStep{List::goes_with}.word(),
                                    ListStep{List::best_sellers}.word()};
constexpr std::int64_t kMostFactor = std::int64_t{1} << 24;  // 256 times

template <typename Number>
Number smaller(Number a, Number b) noexcept {
    return a < b ? a : b;
}

}  // namespace

Recommender::Recommender(const Model& model) noexcept : model_(model), scores_(model) {
    if (!scores_.ready())
        model_ = Model{};
}

bool Recommender::set_rules(std::span<const std::uint32_t> words) noexcept {
    active_count_ = judging_count_ = 0;
    if (!rules_.open(words))
        return false;
    if (rules_.size() <= rule_room_)
        return true;
    active_.reset(new (std::nothrow) Rule[rules_.size()]);
    gates_.reset(new (std::nothrow) Gate[rules_.size()]);
    rule_room_ = active_ && gates_ ? rules_.size() : 0;
    if (rule_room_ == 0)
        rules_ = RuleList{};
    return rule_room_ > 0;
}

std::span<const ProductId> Recommender::anchors() const noexcept {
    return moment_.product < model_.products() ? std::span(&moment_.product, 1) : cart_.products;
}

/// Finds the rules that are in force, and adds up the cart.
void Recommender::begin(const Cart& cart, const Moment& moment) noexcept {
    cart_ = cart;
    moment_ = moment;
    if (moment_.day == 0)
        moment_.day = model_.newest_day();
    active_count_ = judging_count_ = 0;
    most_factor_ = kOne;
    narrow_ = false;
    reference_ = 0;
    for (const ProductId anchor : anchors())
        if (anchor < model_.products() && model_.price(anchor) > reference_)
            reference_ = model_.price(anchor);
    const auto met = [&](const Selector& selector) {
        if (moment_.product < model_.products() &&
            rules_.selects(selector, {model_, moment_.product}))
            return true;
        for (const ProductId product : cart_.products)
            if (product < model_.products() && rules_.selects(selector, {model_, product}))
                return true;
        return false;
    };
    // First those that judge each product by itself, then pins and what counts down the row.
    for (const bool judging : {true, false}) {
        for (std::size_t at = 0; at < rules_.size(); ++at) {
            const Rule rule = rules_[at];
            if ((rule.action != Action::pin && rule.action != Action::at_most) != judging ||
                !RuleList::in_force(rule, moment_) || (rule.withs != 0 && !met(rule.with)))
                continue;
            gates_[active_count_] = Gate(rule.select);
            active_[active_count_++] = rule;
            if (rule.action == Action::boost)
                most_factor_ = smaller(most_factor_ * (100 + rule.amount) / 100 + 1, kMostFactor);
        }
        if (judging)
            judging_count_ = active_count_;
    }
    for (const Rule& rule : active())
        narrow_ = narrow_ || rule.action == Action::at_most;
    scores_.add_up(cart);
}

bool Recommender::excluded(ProductId product) const noexcept {
    const ProductFacts facts(model_, product);
    for (const Rule& rule : active())
        if (rule.action == Action::exclude && rules_.selects(rule.select, facts))
            return true;
    return false;
}

/// Whether `share`, `differ` or `price` lets a product through. Without anything to compare it
/// with, they do.
bool Recommender::passes(const Rule& rule, ProductId product) const noexcept {
    if (rule.action == Action::price) {
        const std::uint64_t price = std::uint64_t{100} * model_.price(product);
        return reference_ == 0 || (price > 0 && price >= reference_ * rule.amount &&
                                   price <= reference_ * rule.amount_to);
    }
    const std::uint32_t kind = kind_of(rule.kind, model_, product);
    bool compared = false, shared = false;
    for (const ProductId anchor : anchors()) {
        if (anchor >= model_.products())
            continue;
        const std::uint32_t other = kind_of(rule.kind, model_, anchor);
        compared = compared || other != kNoKind;
        shared = shared || (other != kNoKind && other == kind);
    }
    return !compared || shared == (rule.action == Action::share);
}

Recommender::Verdict Recommender::judge(ProductId product) const noexcept {
    Verdict verdict{true, kOne};
    if (judging_count_ == 0)
        return verdict;
    const ProductFacts facts(model_, product);
    const std::uint32_t groups = facts.groups();
    const Gate* gate = gates_.get();
    for (std::size_t at = 0; at < judging_count_; ++at, ++gate) {
        if (!gate->open_to(groups))
            continue;
        const Rule& rule = active_[at];
        if (!rules_.selects(rule.select, facts))
            continue;
        switch (rule.action) {
            case Action::exclude:
                return {false, 0};
            case Action::boost:
                verdict.factor =
                    smaller(verdict.factor * (100 + std::int64_t{rule.amount}) / 100, kMostFactor);
                break;
            case Action::bury:
                verdict.factor =
                    verdict.factor * (100 - smaller<std::int64_t>(rule.amount, 100)) / 100;
                // Buried is not excluded.
                if (verdict.factor == 0)
                    verdict.factor = 1;
                break;
            default:
                if (!passes(rule, product))
                    return {false, 0};
        }
    }
    return verdict;
}

bool Recommender::bears_on(const Rule& rule, ProductId product) const noexcept {
    if (rule.action == Action::pin) {
        for (const ProductId pinned : rules_.products_of(rule.select))
            if (pinned == product)
                return true;
        return false;
    }
    if (!rules_.selects(rule.select, {model_, product}))
        return false;
    const bool compares = rule.action == Action::share || rule.action == Action::differ ||
                          rule.action == Action::price;
    return !compares || !passes(rule, product);
}

std::size_t Recommender::recommend(const Cart& cart, const Moment& moment,
                                   std::span<Offer> out) noexcept {
    if (out.empty() || !ready())
        return 0;
    begin(cart, moment);
    Row row(*this, out);
    for (const Rule& rule : active()) {
        if (rule.action != Action::pin)
            continue;
        for (const ProductId product : rules_.products_of(rule.select))
            if (product < model_.products() && scores_.free(product) && !excluded(product)) {
                Offer offer = scores_.offer(product);
                if (offer.reason == Reason::best_seller)
                    offer.reason = Reason::picked;
                row.add(offer);
            }
    }
    for (const std::uint32_t word : moment.lists.empty() ? std::span(kUsual) : moment.lists)
        if (!row.full())
            fill(row, ListStep::of(word));
    const std::size_t count = row.clear();
    clear(cart);
    return count;
}

}  // namespace goeswith
