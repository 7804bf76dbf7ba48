#pragma once

#include <cstdint>

#include "model/layout.h"

namespace goeswith {

/// Why a product is offered. The numbers reach the page, as 32 bits like the rest of an offer.
enum class Reason : std::uint32_t {
    best_seller = 0,    // nothing ties it to the cart: it is what most people buy
    likely = 1,         // tied to the cart, on too few orders to speak of
    together = 2,       // bought together with something in the cart, in `support` orders at least
    bought_before = 3,  // by this shopper, in an earlier order
    fresh = 4,          // new in the shop
    trending = 5,       // rising against its own past
    upgrade = 6,        // a better version of the product at hand
    viewed = 7,         // by this shopper, on this device
    seen_not_bought = 8,  // likewise, and in no order since
    due_again = 9,        // bought before, about as long ago as it usually lasts
    picked = 10,          // by the merchant
};
inline constexpr std::size_t kReasons = 11;

struct Offer {
    ProductId product;
    std::int32_t score;  // the sum of what speaks for it, times `Model::scale()`; 0: nothing does
    Reason reason;
    std::uint32_t support;  // orders, at least; 0 unless `together`
};

}  // namespace goeswith
