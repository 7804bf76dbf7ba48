#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "simulate/random.h"

namespace goeswith::shop {

/// Who orders: new customers, guests, and those who were here lately, the more often the likelier.
class Customers {
  public:
    static constexpr std::uint64_t kGuest = static_cast<std::uint64_t>(-1);

    /// The shop is not new: some customers have ordered before the first order that is told.
    Customers() { std::iota(recent_.begin(), recent_.begin() + kBefore, std::uint64_t{0}); }

    std::uint64_t draw(Random& random) {
        const std::uint64_t share = random.below(100);
        if (share < kGuests)
            return kGuest;
        const bool is_known = share >= kGuests + kNew;
        const std::size_t kept = std::min(orders_, recent_.size());
        // Drawing an order, not a customer: who orders often stands here often.
        const std::uint64_t customer = is_known ? recent_[random.below(kept)] : customers_++;
        recent_[orders_++ % recent_.size()] = customer;
        return customer;
    }

  private:
    static constexpr std::uint64_t kGuests = 7;
    static constexpr std::uint64_t kNew = 36;
    static constexpr std::size_t kBefore = 1500;

    std::array<std::uint64_t, 1u << 14> recent_{};  // customers of the last orders
    std::size_t orders_ = kBefore;
    std::uint64_t customers_ = kBefore;
};

}  // namespace goeswith::shop
