#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "simulate/random.h"

namespace goeswith::shop {

/// The two years that the orders tell of.
inline constexpr std::chrono::sys_days kFirstDay =
    std::chrono::year{2024} / std::chrono::November / 1;
inline constexpr std::chrono::sys_days kLastDay =
    std::chrono::year{2026} / std::chrono::October / 31;
inline constexpr int kDays = (kLastDay - kFirstDay).count() + 1;

/// How many orders come in on which day, and when: busy evenings and Sundays, a rush from the end
/// of November until parcels would come too late, a shop that grows.
class Calendar {
  public:
    explicit Calendar(std::uint64_t seed);

    /// Orders of `day` if the two years have `orders`; the days sum to exactly that.
    std::uint64_t orders_on(int day, std::uint64_t orders) const;

    /// Seconds since midnight (UTC) of `count` orders, ascending.
    void draw_times(Random& random, std::uint64_t count, std::vector<std::uint32_t>& out) const;

  private:
    std::vector<std::uint64_t> sums_{0};  // of the weights of the days before
    Wheel hours_;
};

}  // namespace goeswith::shop
