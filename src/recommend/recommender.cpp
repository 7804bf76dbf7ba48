#include "recommend/recommender.h"

#include <new>

namespace goeswith {
namespace {

// How far down the best sellers a gap is looked for: beyond, nobody knows the product anyway.
constexpr ProductId kBestSellersForGaps = 256;

constexpr std::uint32_t kOrdersRemembered = 100;
constexpr std::uint32_t kFading = 62915;  // .96 of 2^16

/// Keeps the best of what is put in, best first; of equals, the one put in by the smaller number.
template <typename Key>
class TopList {
  public:
    TopList(std::span<Offer> out, std::size_t begin, Key key)
        : out_(out), begin_(begin), end_(begin), key_(key) {}

    void put(const Offer& offer) noexcept {
        if (end_ == out_.size() && (end_ == begin_ || !before(offer, out_[end_ - 1])))
            return;
        std::size_t at = end_ < out_.size() ? end_++ : end_ - 1;
        for (; at > begin_ && before(offer, out_[at - 1]); --at)
            out_[at] = out_[at - 1];
        out_[at] = offer;
    }

    std::size_t end() const noexcept { return end_; }

  private:
    bool before(const Offer& a, const Offer& b) const noexcept {
        const auto key_a = key_(a);
        const auto key_b = key_(b);
        return key_a != key_b ? key_a > key_b : a.product < b.product;
    }

    std::span<Offer> out_;
    std::size_t begin_, end_;
    Key key_;
};

}  // namespace

Recommender::Recommender(const Model& model) noexcept
    : model_(model),
      scores_(new (std::nothrow) std::int32_t[model.products() + 1]()),
      touched_(new (std::nothrow) ProductId[model.products() + 1]),
      marks_(new (std::nothrow) std::uint8_t[model.products() + 1]()) {
    if (!touched_ || !marks_)
        scores_.reset();
    if (!scores_)
        model_ = Model{};
}

void Recommender::touch(ProductId product) noexcept {
    if (marks_[product] & kTouched)
        return;
    marks_[product] |= kTouched;
    touched_[touched_count_++] = product;
}

void Recommender::add_up(const Cart& cart) noexcept {
    for (const ProductId product : cart.exclude)
        if (product < model_.products())
            marks_[product] |= kSilent;
    for (const ProductId product : cart.products)
        if (product < model_.products())
            marks_[product] |= kSilent;
    for (const ProductId product : cart.products) {
        if (product >= model_.products() || marks_[product] & kCounted)
            continue;
        marks_[product] |= kCounted;
        model_.for_each_neighbour(product, [this](const Edge& edge) {
            touch(edge.neighbour);
            std::uint8_t& mark = marks_[edge.neighbour];
            scores_[edge.neighbour] += edge.weight;
            // Evidence speaks for a product only where the weight does.
            if (edge.weight > 0 && edge.support_class > (mark & kClass))
                mark = static_cast<std::uint8_t>((mark & ~kClass) | edge.support_class);
        });
    }
    for (const Bought& bought : cart.bought) {
        if (bought.product >= model_.products() || bought.orders_ago >= kOrdersRemembered)
            continue;
        std::uint32_t own = static_cast<std::uint32_t>(model_.own());
        for (std::uint32_t ago = 0; ago < bought.orders_ago; ++ago)
            own = own * kFading >> 16;
        if (own == 0)
            continue;
        touch(bought.product);
        marks_[bought.product] |= kOwn;
        scores_[bought.product] += static_cast<std::int32_t>(own);
    }
}

void Recommender::clear(const Cart& cart) noexcept {
    for (std::size_t i = 0; i < touched_count_; ++i) {
        scores_[touched_[i]] = 0;
        marks_[touched_[i]] = 0;
    }
    touched_count_ = 0;
    for (const ProductId product : cart.exclude)
        if (product < model_.products())
            marks_[product] = 0;
    for (const ProductId product : cart.products)
        if (product < model_.products())
            marks_[product] = 0;
}

Offer Recommender::offer(ProductId product) const noexcept {
    if (scores_[product] <= 0)
        return {product, 0, Reason::best_seller, 0};
    const std::uint32_t support = model_.support(marks_[product] & kClass);
    const Reason reason = support > 0              ? Reason::together
                          : marks_[product] & kOwn ? Reason::bought_before
                                                   : Reason::likely;
    return {product, scores_[product], reason, support};
}

std::size_t Recommender::recommend(const Cart& cart, std::span<Offer> out) noexcept {
    if (out.empty())
        return 0;
    add_up(cart);
    TopList best(out, 0, [](const Offer& offer) { return offer.score; });
    for (std::size_t i = 0; i < touched_count_; ++i)
        if (offered(touched_[i]) && scores_[touched_[i]] > 0)
            best.put(offer(touched_[i]));
    std::size_t count = best.end();
    for (ProductId product = 0; product < model_.products() && count < out.size(); ++product)
        if (marks_[product] == 0)
            out[count++] = offer(product);
    clear(cart);
    return count;
}

std::size_t Recommender::close_gap(const Cart& cart, std::int64_t gap_minor,
                                   std::span<Offer> out) noexcept {
    if (out.empty() || gap_minor <= 0)
        return 0;
    add_up(cart);
    const auto fit = [&](ProductId product) {
        return static_cast<double>(gap_minor) / model_.price(product);
    };
    const auto by_affinity = [&](const Offer& offer) { return offer.score * fit(offer.product); };
    const auto by_popularity = [&](const Offer& offer) {
        return fit(offer.product) / (32.0 + offer.product);
    };
    const auto fill = [&](auto&& fits) {
        TopList tied(out, 0, by_affinity);
        for (std::size_t i = 0; i < touched_count_; ++i)
            if (offered(touched_[i]) && scores_[touched_[i]] > 0 && fits(touched_[i]))
                tied.put(offer(touched_[i]));
        TopList others(out, tied.end(), by_popularity);
        for (ProductId product = 0; product < model_.products() && product < kBestSellersForGaps;
             ++product)
            if (marks_[product] == 0 && fits(product))
                others.put(offer(product));
        return others.end();
    };
    std::size_t count = fill([&](ProductId product) {
        const std::int64_t price = model_.price(product);
        return price >= gap_minor && price - gap_minor <= gap_minor;
    });
    if (count == 0)
        count = fill([&](ProductId product) { return model_.price(product) >= gap_minor; });
    clear(cart);
    return count;
}

}  // namespace goeswith
