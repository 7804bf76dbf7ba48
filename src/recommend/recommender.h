#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "model/model.h"
#include "recommend/offer.h"

namespace goeswith {

/// A product that the shopper bought before: in the last order (0), in the one before (1), ...
struct Bought {
    ProductId product;
    std::uint32_t orders_ago;
};

/// What the shopper has, and what must not be offered although it is not in the cart: not for
/// sale, or on the page already. Numbers that the model does not have, and repeats, are skipped.
struct Cart {
    std::span<const ProductId> products;
    std::span<const ProductId> exclude = {};
    /// A product once for each order that had it. The newest 100 orders count, each .96 times the
    /// one after it.
    std::span<const Bought> bought = {};
};

/// Answers carts from one model, in memory that is taken once: 9 bytes a product.
///
/// The score of a product for a cart is the sum of the cart's weights for it (a sparse linear
/// model, as in SLIM: Ning and Karypis 2011), and of what the shopper's own earlier orders add.
/// Sums are of integers, so native, WebAssembly and reference agree to the bit. Not for several
/// threads at once: each takes its own.
class Recommender {
  public:
    /// `model`  a view whose bytes outlive this
    explicit Recommender(const Model& model) noexcept;

    /// False when the memory could not be had; every answer is empty then.
    bool ready() const noexcept { return scores_ != nullptr; }

    /// Writes the products that go best with the cart, best first, and returns how many.
    ///
    /// First those with a positive score; equal scores are ordered by product
    /// number, which is by popularity, so every platform shows the same row. Then best sellers
    /// without any tie to the cart, by popularity. What has more against it than for it (a sum of 0
    /// or below) is never offered. The first 3 of 10 are the first 3.
    ///
    /// `out`  filled from the front; may be empty
    /// Never allocates, never fails. Time grows with the neighbours of the cart, not with the
    /// catalogue.
    std::size_t recommend(const Cart& cart, std::span<Offer> out) noexcept;

    /// Writes the products that best close a gap in the order's amount, best first, and returns
    /// how many.
    ///
    /// A product closes the gap when its planning price reaches it. It fits when it costs twice
    /// the gap at most; as long as one fits, nothing dearer is written. Among those that fit,
    /// affinity times fit (the gap's share of the price) decides, and best sellers follow by
    /// popularity times fit. Where nothing fits, what overshoots least for its affinity comes
    /// first. Products without a planning price are left out.
    ///
    /// `gap_minor`  above 0, in minor units of `Model::currency()`; otherwise nothing is written
    /// Never allocates, never fails.
    std::size_t close_gap(const Cart& cart, std::int64_t gap_minor, std::span<Offer> out) noexcept;

  private:
    void add_up(const Cart& cart) noexcept;
    void clear(const Cart& cart) noexcept;
    void touch(ProductId product) noexcept;
    bool offered(ProductId product) const noexcept { return (marks_[product] & kSilent) == 0; }
    Offer offer(ProductId product) const noexcept;

    // What is known of a product while a cart is answered; zero in between.
    static constexpr std::uint8_t kClass = 0x07;    // the best support class that speaks for it
    static constexpr std::uint8_t kOwn = 0x10;      // the shopper bought it before
    static constexpr std::uint8_t kCounted = 0x20;  // in the cart, and its row is added
    static constexpr std::uint8_t kTouched = 0x40;  // has a score
    static constexpr std::uint8_t kSilent = 0x80;   // in the cart, or excluded

    Model model_;
    std::unique_ptr<std::int32_t[]> scores_;
    std::unique_ptr<ProductId[]> touched_;  // those with a score, so that clearing stays cheap
    std::unique_ptr<std::uint8_t[]> marks_;
    std::size_t touched_count_ = 0;
};

}  // namespace goeswith
