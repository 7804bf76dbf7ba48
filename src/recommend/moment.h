#pragma once

#include <cstdint>
#include <span>

#include "model/layout.h"

namespace goeswith {

/// A product that the shopper bought before: in the last order (0), in the one before (1), ...
struct Bought {
    ProductId product;
    std::uint32_t orders_ago;
    std::uint32_t days_ago = 0;
};

/// What the shopper has, and what must not be offered although it is not in the cart: not for
/// sale, or on the page already. Numbers that the model does not have, and repeats, are skipped.
struct Cart {
    std::span<const ProductId> products;
    std::span<const ProductId> exclude = {};
    /// A product once for each order that had it. The newest 100 orders count, each .96 times the
    /// one after it.
    std::span<const Bought> bought = {};
    /// Pieces of each product, or empty: one of each.
    std::span<const std::uint32_t> quantities = {};
};

/// What a row may be filled from.
enum class List : std::uint8_t {
    goes_with = 0,        // what the affinities and the shopper's own orders speak for
    together = 1,         // of that, what may be called bought together
    likely = 2,           // of that, what may not
    best_sellers = 3,     // by orders
    fresh = 4,            // first seen in the last 60 days, newest first
    trending = 5,         // as training ranked them
    upgrade = 6,          // better versions of the product at hand
    viewed = 7,           // newest first
    seen_not_bought = 8,  // viewed, and neither in the cart nor bought since
    bought_before = 9,    // newest first
    due_again = 10,       // bought about as long ago as it usually lasts
    picked = 11,          // the merchant's own selection, in its order
};
inline constexpr std::uint8_t kLists = 12;

/// What part of the shop a list is about.
enum class Scope : std::uint8_t {
    all = 0,
    category = 1,              // the one that is named
    brand = 2,                 // likewise
    product_category = 3,      // of the product at hand
    product_brand = 4,         // likewise
    seen_category = 5,         // of what was viewed last
    cart_category = 6,         // most pieces of the cart are of it
    top_product_category = 7,  // of the product with most pieces in the cart
};
inline constexpr std::uint8_t kScopes = 8;

/// A list with its scope, as one number: a chain of them fills a row in order.
struct ListStep {
    List list = List::goes_with;
    Scope scope = Scope::all;
    std::uint16_t group = kNoGroup;  // the category or brand of a scope that names one

    constexpr std::uint32_t word() const noexcept {
        return static_cast<std::uint32_t>(list) | static_cast<std::uint32_t>(scope) << 8 |
               static_cast<std::uint32_t>(group) << 16;
    }
    /// A word from outside; what is not known is `goes_with` of all.
    static constexpr ListStep of(std::uint32_t word) noexcept {
        const std::uint32_t list = word & 0xFF, scope = word >> 8 & 0xFF;
        if (list >= kLists || scope >= kScopes)
            return {};
        return {static_cast<List>(list), static_cast<Scope>(scope),
                static_cast<std::uint16_t>(word >> 16)};
    }
};

/// Where on the shop's pages a row stands; a bit of `Rule::placements`.
enum class Placement : std::uint8_t { home = 0, product = 1, cart = 2, drawer = 3, after = 4 };
inline constexpr std::uint8_t kPlacements = 5;

/// What is known of the shopper; a bit of `Rule::stages`.
enum class Stage : std::uint8_t {
    first_visit = 0,
    looking = 1,         // has looked around
    first_purchase = 2,  // has bought once
    returning = 3,
    away = 4,  // has not been here for long
    business = 5,
};
inline constexpr std::uint8_t kStages = 6;

inline constexpr ProductId kNoneAtHand = ~ProductId{0};

/// Where and when a row is asked for.
struct Moment {
    ProductId product = kNoneAtHand;  // the product at hand
    std::span<const std::uint32_t> lists =
        {};                                  // words of `ListStep`; empty: goes_with, best_sellers
    std::span<const ProductId> viewed = {};  // on this device, newest first
    std::uint32_t day = 0;                   // since 1970-01-01; 0: that of the newest order
    std::uint32_t month = 0;                 // 1 to 12; 0: not known, and no rule of months holds
    Placement placement = Placement::cart;
    Stage stage = Stage::first_visit;
};

}  // namespace goeswith
