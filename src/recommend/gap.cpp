// What closes a gap in the order's amount, and what completes a product.

#include "recommend/row.h"

namespace goeswith {
namespace {

// How far down the best sellers a gap is looked for: beyond, nobody knows the product anyway.
constexpr ProductId kBestSellersForGaps = 256;
constexpr std::size_t kStrongest = 24;

struct Closing {
    double key;
    ProductId product;
};

}  // namespace

/// What a product's price leaves the merchant after the reward, as a share, and a tenth so that
/// nothing is ruled out by it; half where its margin is not known.
double Recommender::left_to_merchant(ProductId product, const Gap& gap) const noexcept {
    const std::uint8_t margin = model_.margin_percent(product);
    if (margin == kNoMargin)
        return 0.5;
    const double price = model_.price(product);
    const double left = price * margin / 100 - static_cast<double>(gap.costs_minor);
    return 0.1 + (left > 0 ? left / price : 0);
}

std::size_t Recommender::close_gap(const Cart& cart, const Moment& moment, const Gap& gap,
                                   std::span<Offer> out) noexcept {
    if (out.empty() || gap.amount_minor <= 0 || !ready())
        return 0;
    begin(cart, moment);
    Row row(*this, out);
    const auto worth = [&](ProductId product, std::int64_t factor) {
        return static_cast<double>(gap.amount_minor) / model_.price(product) *
               left_to_merchant(product, gap) * (static_cast<double>(factor) / kOne);
    };
    constexpr std::size_t kRoom = 64;
    Closing room[kRoom];
    const auto fill_with = [&](auto&& candidates) {
        Best<Closing> best(std::span(room, row.left() < kRoom ? row.left() : kRoom));
        candidates([&](ProductId product, double strength) {
            if (!scores_.free(product))
                return;
            const Verdict verdict = judge(product);
            if (verdict.offered)
                best.put({strength * worth(product, verdict.factor), product});
        });
        for (const Closing& closing : best.entries())
            if (row.admits(closing.product))
                row.add(scores_.offer(closing.product));
    };
    const auto fill_from_all = [&](auto&& fits) {
        fill_with([&](auto&& visit) {
            for (const ProductId product : scores_.touched())
                if (scores_[product] > 0 && fits(product))
                    visit(product, static_cast<double>(scores_[product]));
        });
        if (row.full())
            return;
        fill_with([&](auto&& visit) {
            for (ProductId product = 0;
                 product < model_.products() && product < kBestSellersForGaps; ++product)
                if (scores_.untouched(product) && model_.sold(product) && fits(product) &&
                    (gap.saves_minor < 0 || model_.price(product) <= gap.saves_minor))
                    visit(product, 1 / (32.0 + product));
        });
    };
    fill_from_all([&](ProductId product) {
        const std::int64_t price = model_.price(product);
        return price >= gap.amount_minor && price - gap.amount_minor <= gap.amount_minor;
    });
    if (row.left() == out.size())
        fill_from_all([&](ProductId product) { return model_.price(product) >= gap.amount_minor; });
    const std::size_t count = row.clear();
    clear(cart);
    return count;
}

/// What goes best with the cart by score and rules, without a row around it.
std::size_t Recommender::strongest(std::span<Entry> out) noexcept {
    Best<Entry> best(out);
    for (const ProductId product : scores_.touched()) {
        if (scores_[product] <= 0 || !scores_.free(product))
            continue;
        const Verdict verdict = judge(product);
        if (verdict.offered)
            best.put({scores_[product] * verdict.factor, product});
    }
    return best.entries().size();
}

std::int32_t Recommender::weight(ProductId from, ProductId to) const noexcept {
    std::int32_t weight = 0;
    model_.for_each_neighbour(from, [&](const Edge& edge) {
        if (edge.neighbour == to)
            weight = edge.weight;
    });
    return weight;
}

std::size_t Recommender::close_gap_with_two(const Cart& cart, const Moment& moment, const Gap& gap,
                                            Offer (&out)[2]) noexcept {
    if (gap.amount_minor <= 0 || !ready())
        return 0;
    begin(cart, moment);
    Entry entries[kStrongest];
    const std::span<const Entry> found(entries, strongest(entries));
    std::int64_t prices[kStrongest];
    double left[kStrongest];
    for (std::size_t i = 0; i < found.size(); ++i) {
        prices[i] = model_.price(found[i].product);
        left[i] = left_to_merchant(found[i].product, gap);
    }
    double best = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            const std::int64_t sum = prices[i] + prices[j];
            if (prices[i] == 0 || prices[j] == 0 || prices[i] >= gap.amount_minor ||
                prices[j] >= gap.amount_minor || sum < gap.amount_minor ||
                sum - gap.amount_minor > gap.amount_minor)
                continue;
            // The weaker of the two decides whether the pair is wanted.
            const double worth = static_cast<double>(found[j].key) *
                                 static_cast<double>(gap.amount_minor) / static_cast<double>(sum) *
                                 (left[i] + left[j]);
            const ProductId a = found[i].product, b = found[j].product;
            if (worth <= best || model_.parent(a) == model_.parent(b) ||
                weight(a, b) + weight(b, a) < 0)
                continue;
            best = worth;
            out[0] = scores_.offer(a);
            out[1] = scores_.offer(b);
        }
    clear(cart);
    return best > 0 ? 2 : 0;
}

std::size_t Recommender::bundle(const Cart& cart, const Moment& moment, Offer (&out)[2]) noexcept {
    if (!ready())
        return 0;
    begin(cart, moment);
    Entry entries[kStrongest];
    const std::span<const Entry> found(entries, strongest(entries));
    const auto completes = [&](ProductId product) {
        const Reason reason = scores_.offer(product).reason;
        return reason == Reason::together || reason == Reason::likely;
    };
    // Two that nobody buys together, of one category, are two of the same kind.
    const auto same_kind = [&](ProductId a, ProductId b, std::int64_t between) {
        return model_.parent(a) == model_.parent(b) ||
               (between == 0 && model_.category(a) != kNoGroup &&
                model_.category(a) == model_.category(b));
    };
    std::size_t count = 0;
    std::int64_t best = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const ProductId a = found[i].product;
        if (!completes(a))
            continue;
        if (count == 0) {
            out[0] = scores_.offer(a);
            count = 1;
        }
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            const ProductId b = found[j].product;
            if (!completes(b))
                continue;
            const std::int64_t between = std::int64_t{weight(a, b)} + weight(b, a);
            const std::int64_t sum = found[i].key + found[j].key + between * kOne;
            if (between < 0 || sum <= best || same_kind(a, b, between))
                continue;
            best = sum;
            out[0] = scores_.offer(a);
            out[1] = scores_.offer(b);
            count = 2;
        }
    }
    clear(cart);
    return count;
}

}  // namespace goeswith
