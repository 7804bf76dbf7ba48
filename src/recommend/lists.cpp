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

/// Fills the row from candidates with keys above 0. They are asked for again as long as the best
/// of them did not fill the row, so that what a rule keeps out makes room for the next.
///
/// `candidates`  calls what it is given with (product, key); those whose keys fall may stop when
///             that says false
template <typename Candidates>
void Recommender::fill_from(Row& row, ListStep step, Candidates&& candidates) noexcept {
    constexpr std::size_t kRoom = 64, kSlack = 8;
    Entry room[kRoom];
    Entry last{INT64_MAX, 0};
    while (!row.full()) {
        const std::size_t wanted = row.left() + (narrow_ ? kSlack : 0);
        Best<Entry> best(std::span(room, wanted < kRoom ? wanted : kRoom));
        candidates([&](ProductId product, std::int64_t key) {
            if (in_scope(step, product) && scores_.free(product)) {
                const Verdict verdict = judge(product);
                const Entry entry{key * verdict.factor, product};
                if (verdict.offered && Best<Entry>::before(last, entry))
                    best.put(entry);
            }
            // Where keys fall from one to the next, the rest would not get in either.
            return best.open_to(key * most_factor_);
        });
        for (const Entry& entry : best.entries()) {
            last = entry;
            if (!row.admits(entry.product))
                continue;
            switch (step.list) {
                case List::goes_with:
                case List::together:
                case List::likely:
                    row.add(scores_.offer(entry.product));
                    break;
                case List::best_sellers:
                    row.add({entry.product, 0, Reason::best_seller, 0});
                    break;
                default: {
                    constexpr Reason kReason[] = {Reason::fresh,           Reason::trending,
                                                  Reason::upgrade,         Reason::viewed,
                                                  Reason::seen_not_bought, Reason::bought_before,
                                                  Reason::due_again,       Reason::picked};
                    row.add({entry.product, 0,
                             kReason[static_cast<unsigned>(step.list) -
                                     static_cast<unsigned>(List::fresh)],
                             0});
                }
            }
        }
        if (!best.full())
            return;
    }
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

void Recommender::fill(Row& row, ListStep step) noexcept {
    if (!resolve(step))
        return;
    // A list that goes by sales alone does not offer what the cart speaks against.
    const auto welcome = [&](ProductId product) {
        return scores_.untouched(product) || scores_[product] > 0;
    };
    switch (step.list) {
        case List::goes_with:
        case List::together:
        case List::likely:
            return fill_from(row, step, [&](auto&& visit) {
                for (const ProductId product : scores_.touched()) {
                    if (scores_[product] <= 0)
                        continue;
                    if (step.list != List::goes_with &&
                        (scores_.offer(product).reason == Reason::together) !=
                            (step.list == List::together))
                        continue;
                    visit(product, std::int64_t{scores_[product]});
                }
            });
        case List::best_sellers:
            return fill_from(row, step, [&](auto&& visit) {
                for (ProductId product = 0; product < model_.products(); ++product)
                    if (model_.sold(product) && welcome(product) &&
                        !visit(product, rank_key(product)))
                        return;
            });
        case List::fresh:
            return fill_from(row, step, [&](auto&& visit) {
                for (ProductId product = 0; product < model_.products(); ++product) {
                    const std::uint32_t day = model_.first_day(product);
                    if (day > 0 && day + kNewDays >= moment_.day && welcome(product))
                        visit(product, std::int64_t{day} << 12);
                }
            });
        case List::trending:
            return fill_from(row, step, [&](auto&& visit) {
                for (std::size_t at = 0; at < model_.trending_count(); ++at)
                    if (welcome(model_.trending(at)) && !visit(model_.trending(at), rank_key(at)))
                        return;
            });
        case List::upgrade:
            return fill_from(row, step, [&](auto&& visit) {
                if (moment_.product >= model_.products())
                    return;
                const std::uint64_t price = model_.price(moment_.product);
                std::uint64_t at = 0;
                model_.for_each_upgrade(moment_.product, [&](ProductId better) {
                    const std::uint64_t cost = std::uint64_t{100} * model_.price(better);
                    if (cost >= price * (100 + rules_.upgrade_from()) &&
                        cost <= price * (100 + rules_.upgrade_to()))
                        visit(better, rank_key(at++));
                });
            });
        case List::viewed:
        case List::seen_not_bought:
            return fill_from(row, step, [&](auto&& visit) {
                std::uint64_t at = 0;
                for (const ProductId product : moment_.viewed)
                    if (product < model_.products() && product != moment_.product &&
                        (step.list == List::viewed || !bought(product)))
                        visit(product, rank_key(at++));
            });
        case List::bought_before:
            return fill_from(row, step, [&](auto&& visit) {
                for (const Bought& line : cart_.bought)
                    if (line.product < model_.products())
                        visit(line.product, rank_key(line.orders_ago));
            });
        case List::due_again:
            return fill_from(row, step, [&](auto&& visit) {
                for (const Bought& line : cart_.bought)
                    if (line.product < model_.products())
                        if (const std::int64_t key = due(line.product); key > 0)
                            visit(line.product, key);
            });
        case List::picked:
            return fill_from(row, step, [&](auto&& visit) {
                std::uint64_t at = 0;
                for (const ProductId product : rules_.picked())
                    if (product < model_.products())
                        visit(product, rank_key(at++));
            });
    }
}

}  // namespace goeswith
