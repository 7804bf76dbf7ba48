#include "recommend/scores.h"

#include <new>

namespace goeswith {
namespace {

constexpr std::uint32_t kOrdersRemembered = 100;
constexpr std::uint32_t kFading = 62915;  // .96 of 2^16

}  // namespace

Scores::Scores(const Model& model) noexcept
    : model_(model),
      scores_(new (std::nothrow) std::int32_t[model.products() + 1]()),
      touched_(new (std::nothrow) ProductId[model.products() + 1]),
      marks_(new (std::nothrow) std::uint8_t[model.products() + 1]()) {
    if (!touched_ || !marks_)
        scores_.reset();
}

void Scores::touch(ProductId product) noexcept {
    if (marks_[product] & kTouched)
        return;
    marks_[product] |= kTouched;
    touched_[touched_count_++] = product;
}

void Scores::add_up(const Cart& cart) noexcept {
    for (const ProductId product : cart.exclude)
        if (product < model_.products())
            marks_[product] |= kSilent;
    for (const ProductId product : cart.products)
        if (product < model_.products())
            take(product);
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

void Scores::clear(const Cart& cart) noexcept {
    for (const ProductId product : touched()) {
        scores_[product] = 0;
        marks_[product] = 0;
    }
    touched_count_ = 0;
    for (const ProductId product : cart.exclude)
        if (product < model_.products())
            marks_[product] = 0;
    for (const ProductId product : cart.products)
        if (product < model_.products())
            marks_[product] = marks_[family(product)] = 0;
}

void Scores::take(ProductId product) noexcept {
    marks_[product] |= kSilent;
    marks_[family(product)] |= kFamily;
}

void Scores::give_back(ProductId product) noexcept {
    marks_[product] = static_cast<std::uint8_t>(marks_[product] & ~kSilent);
    marks_[family(product)] = static_cast<std::uint8_t>(marks_[family(product)] & ~kFamily);
}

Offer Scores::offer(ProductId product) const noexcept {
    if (scores_[product] <= 0)
        return {product, 0, Reason::best_seller, 0};
    const std::uint32_t support = model_.support(marks_[product] & kClass);
    const Reason reason = support > 0              ? Reason::together
                          : marks_[product] & kOwn ? Reason::bought_before
                                                   : Reason::likely;
    return {product, scores_[product], reason, support};
}

}  // namespace goeswith
