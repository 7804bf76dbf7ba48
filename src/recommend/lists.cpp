// What each list offers, and in which order.

#include "recommend/row.h"

namespace goeswith {
namespace {

constexpr std::uint16_t kNewDays = 60;

/// What the n-th of a list is ranked by, so that a boost can lift it: falling, and distinct for
/// the first million.
std::int64_t rank_key(std::uint64_t at) noexcept {
    return static_cast<std::int64_t>((std::uint64_t{1} << 40) / (at + 32));
}

}  // namespace

std::uint16_t Recommender::cart_category(bool of_top_product) const noexcept {
    const auto pieces = [&](std::size_t line) -> std::uint64_t {
        return line < cart_.quantities.size() ? cart_.quantities[line] : 1;
    };
    std::uint16_t best = kNoGroup;
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < cart_.products.size(); ++i) {
        if (cart_.products[i] >= model_.products())
            continue;
        const std::uint16_t category = model_.category(cart_.products[i]);
        std::uint64_t count = 0;
        for (std::size_t j = 0; j < cart_.products.size(); ++j) {
            const ProductId other = cart_.products[j];
            const bool same = of_top_product
                                  ? other == cart_.products[i]
                                  : other < model_.products() && model_.category(other) == category;
            count += same ? pieces(j) : 0;
        }
        if (category != kNoGroup && count > most) {
            most = count;
            best = category;
        }
    }
    return best;
}

/// Finds the category or brand that a scope means just now; false where there is none.
bool Recommender::resolve(ListStep& step) const noexcept {
    const auto at_hand = [&] { return moment_.product < model_.products(); };
    switch (step.scope) {
        case Scope::all:
            return true;
        case Scope::category:
        case Scope::brand:
            break;
        case Scope::product_category:
            step.group = at_hand() ? model_.category(moment_.product) : kNoGroup;
            break;
        case Scope::product_brand:
            step.group = at_hand() ? model_.brand(moment_.product) : kNoGroup;
            step.scope = Scope::brand;
            break;
        case Scope::seen_category:
            step.group = kNoGroup;
            for (const ProductId seen : moment_.viewed)
                if (step.group == kNoGroup && seen < model_.products())
                    step.group = model_.category(seen);
            break;
        case Scope::cart_category:
            step.group = cart_category(false);
            break;
        case Scope::top_product_category:
            step.group = cart_category(true);
            break;
    }
    return step.group != kNoGroup;
}

/// For a step that is resolved.
bool Recommender::in_scope(const ListStep& step, ProductId product) const noexcept {
    if (step.scope == Scope::all)
        return true;
    return step.group ==
           (step.scope == Scope::brand ? model_.brand(product) : model_.category(product));
}

bool Recommender::bought(ProductId product) const noexcept {
    for (const Bought& line : cart_.bought)
        if (line.product == product)
            return true;
    return false;
}

/// 0, or the higher the nearer the product's usual interval is to being over.
std::int64_t Recommender::due(ProductId product) const noexcept {
    const std::uint32_t usual = model_.interval_days(product);
    std::uint32_t days = ~std::uint32_t{0};
    for (const Bought& line : cart_.bought)
        if (line.product == product && line.days_ago < days)
            days = line.days_ago;
    // From a fifth before the interval is over until the shopper has gone without it twice as long.
    if (usual == 0 || 5 * std::uint64_t{days} < 4 * std::uint64_t{usual} || days > 3 * usual)
        return 0;
    return rank_key(days > usual ? days - usual : usual - days);
}

/// How many candidates a list has, some of which it may pass over.
std::size_t Recommender::length(List list) const noexcept {
    switch (list) {
        case List::goes_with:
        case List::together:
        case List::likely:
            return scores_.touched().size();
        case List::best_sellers:
        case List::fresh:
            return model_.products();
        case List::trending:
            return model_.trending_count();
        case List::upgrade:
            return upgrade_count_;
        case List::viewed:
        case List::seen_not_bought:
            return moment_.viewed.size();
        case List::bought_before:
        case List::due_again:
            return cart_.bought.size();
        case List::picked:
            return rules_.picked().size();
    }
    return 0;
}

/// The candidate at a place of a list, with what it is ranked by; a key of 0 passes it over.
Recommender::Entry Recommender::candidate(List list, std::size_t at) const noexcept {
    constexpr Entry kNone{0, 0};
    ProductId product = static_cast<ProductId>(at);
    std::int64_t key = rank_key(at);
    switch (list) {
        case List::goes_with:
        case List::together:
        case List::likely: {
            product = scores_.touched()[at];
            if (list != List::goes_with &&
                (scores_.offer(product).reason == Reason::together) != (list == List::together))
                return kNone;
            return {scores_[product] > 0 ? std::int64_t{scores_[product]} : 0, product};
        }
        case List::fresh: {
            const std::uint32_t day = model_.first_day(product);
            key = day > 0 && day + kNewDays >= moment_.day ? std::int64_t{day} << 12 : 0;
            break;
        }
        case List::best_sellers:
            if (!model_.sold(product))
                return kNone;
            break;
        case List::trending:
            product = model_.trending(at);
            break;
        case List::upgrade:
            return {key, upgrades_[at]};
        case List::viewed:
        case List::seen_not_bought:
            product = moment_.viewed[at];
            if (product >= model_.products() || product == moment_.product ||
                (list == List::seen_not_bought && bought(product)))
                return kNone;
            return {key, product};
        case List::bought_before:
        case List::due_again:
            product = cart_.bought[at].product;
            if (product >= model_.products())
                return kNone;
            return {list == List::due_again ? due(product) : rank_key(cart_.bought[at].orders_ago),
                    product};
        case List::picked:
            product = rules_.picked()[at];
            return {product < model_.products() ? key : 0, product};
    }
    // A list that goes by sales alone does not offer what the cart speaks against.
    return {scores_.untouched(product) || scores_[product] > 0 ? key : 0, product};
}

/// The better versions of the product at hand within the merchant's band.
void Recommender::find_upgrades() noexcept {
    upgrade_count_ = 0;
    if (moment_.product >= model_.products())
        return;
    const std::uint64_t price = model_.price(moment_.product);
    model_.for_each_upgrade(moment_.product, [&](ProductId better) {
        const std::uint64_t cost = std::uint64_t{100} * model_.price(better);
        if (cost >= price * (100 + rules_.upgrade_from()) &&
            cost <= price * (100 + rules_.upgrade_to()))
            upgrades_[upgrade_count_++] = better;
    });
}

/// Fills the row from a list. Its candidates are gone through again as long as the best of them did
/// not fill the row, so that what a rule keeps out makes room for the next.
void Recommender::fill(Row& row, ListStep step) noexcept {
    constexpr std::size_t kRoom = 64;
    if (!resolve(step))
        return;
    if (step.list == List::upgrade)
        find_upgrades();
    // Keys of these fall from one candidate to the next.
    const bool falling = step.list == List::best_sellers || step.list == List::trending;
    const std::size_t count = length(step.list);
    Entry room[kRoom];
    Entry last{INT64_MAX, 0};
    while (!row.full()) {
        // Where rules turn some away, more of them are at hand than going through all again costs.
        const std::size_t wanted = narrow_ ? 2 * row.left() + 8 : row.left();
        Best<Entry> best(std::span(room, wanted < kRoom ? wanted : kRoom));
        for (std::size_t at = 0; at < count; ++at) {
            Entry entry = candidate(step.list, at);
            if (entry.key == 0 || !in_scope(step, entry.product) || !scores_.free(entry.product))
                continue;
            if (falling && !best.open_to(entry.key * most_factor_))
                break;
            const Verdict verdict = judge(entry.product);
            entry.key *= verdict.factor;
            if (verdict.offered && Best<Entry>::before(last, entry))
                best.put(entry);
        }
        for (const Entry& entry : best.entries()) {
            last = entry;
            if (row.full())
                return;
            if (!row.admits(entry.product))
                continue;
            if (step.list <= List::likely) {
                row.add(scores_.offer(entry.product));
                continue;
            }
            constexpr Reason kReason[] = {
                Reason::best_seller,   Reason::fresh,     Reason::trending,
                Reason::upgrade,       Reason::viewed,    Reason::seen_not_bought,
                Reason::bought_before, Reason::due_again, Reason::picked};
            const unsigned list = static_cast<unsigned>(step.list);
            row.add(
                {entry.product, 0, kReason[list - static_cast<unsigned>(List::best_sellers)], 0});
        }
        if (!best.full())
            return;
    }
}

}  // namespace goeswith
