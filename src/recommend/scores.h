#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "model/model.h"
#include "recommend/moment.h"
#include "recommend/offer.h"

namespace goeswith {

/// What a cart says of each product, in memory that is taken once: 9 bytes a product.
///
/// The score of a product for a cart is the sum of the cart's weights for it (a sparse linear
/// model, as in SLIM: Ning and Karypis 2011), and of what the shopper's own earlier orders add.
/// Sums are of integers, so native, WebAssembly and reference agree to the bit.
class Scores {
  public:
    explicit Scores(const Model& model) noexcept;
    bool ready() const noexcept { return scores_ != nullptr; }

    /// Adds up a cart; `clear` of the same cart before the next. Time grows with the neighbours of
    /// the cart, not with the catalogue.
    void add_up(const Cart& cart) noexcept;
    void clear(const Cart& cart) noexcept;

    /// The products that a weight or an earlier order speaks for or against.
    std::span<const ProductId> touched() const noexcept { return {touched_.get(), touched_count_}; }
    std::int32_t operator[](ProductId product) const noexcept { return scores_[product]; }

    /// Neither in the cart, nor excluded, nor offered already, nor a variant of what is in the
    /// cart or offered.
    bool free(ProductId product) const noexcept {
        return (marks_[product] & kSilent) == 0 && (marks_[family(product)] & kFamily) == 0;
    }
    /// Nothing speaks for it or against it.
    bool untouched(ProductId product) const noexcept { return (marks_[product] & kTouched) == 0; }

    /// Marks a product as offered, and its variants with it; `give_back` undoes it.
    void take(ProductId product) noexcept;
    void give_back(ProductId product) noexcept;

    /// Why a product is offered when its score decides, and on how many orders that rests.
    Offer offer(ProductId product) const noexcept;

  private:
    void touch(ProductId product) noexcept;
    ProductId family(ProductId product) const noexcept { return model_.parent(product); }

    // What is known of a product while a cart is answered; zero in between.
    static constexpr std::uint8_t kClass = 0x07;    // the best support class that speaks for it
    static constexpr std::uint8_t kFamily = 0x08;   // a variant of this first one is taken
    static constexpr std::uint8_t kOwn = 0x10;      // the shopper bought it before
    static constexpr std::uint8_t kCounted = 0x20;  // in the cart, and its row is added
    static constexpr std::uint8_t kTouched = 0x40;  // has a score
    static constexpr std::uint8_t kSilent = 0x80;   // in the cart, excluded, or offered

    Model model_;
    std::unique_ptr<std::int32_t[]> scores_;
    std::unique_ptr<ProductId[]> touched_;  // those with a score, so that clearing stays cheap
    std::unique_ptr<std::uint8_t[]> marks_;
    std::size_t touched_count_ = 0;
};

}  // namespace goeswith
