#pragma once

#include <cstdint>
#include <vector>

#include "simulate/shop.h"

namespace goeswith::shop {

struct Line {
    std::size_t product;
    std::uint32_t quantity;
};

/// When and for whom a basket is filled.
struct Visit {
    int day = 0;         // after kFirstDay
    unsigned month = 0;  // January is 0
    std::uint64_t customer = 0;
};

/// Fills baskets as people do: something they came for, what goes with it, now and then another
/// of it, a staple on the way, a whim.
class BasketFiller {
  public:
    /// `lines_per_order` is the mean number of products that people come for, 1 to 20; a few
    /// lines fewer are bought where a basket has run out of what goes with it.
    BasketFiller(const Shop& shop, std::uint64_t seed, double lines_per_order);

    /// Puts at least one line into `basket`, no product twice.
    void fill(Random& random, const Visit& visit, std::vector<Line>& basket) const;

  private:
    /// Up to three departments are a customer's own.
    bool is_favourite(std::uint64_t customer, std::size_t kind) const;
    std::size_t draw_wish(Random& random, const Visit& visit) const;
    std::size_t draw_complement(Random& random, const Visit& visit, std::size_t product) const;
    std::size_t draw_any(Random& random, const Visit& visit, std::size_t kind) const;
    std::size_t draw_next(Random& random, const Visit& visit,
                          const std::vector<Line>& basket) const;
    bool is_wanted(Random& random, const std::vector<Line>& basket, std::size_t product) const;
    std::size_t count_lines(Random& random) const;

    const Shop& shop_;
    std::uint64_t seed_;
    std::uint64_t one_more_;  // chance of another line, in 2^-32
    std::vector<Wheel> kinds_in_month_;
    Wheel kinds_;
    Wheel staples_;
    struct Complements {
        std::vector<std::size_t> kinds;
        Wheel wheel;
    };
    std::vector<Complements> complements_;  // by kind
};

}  // namespace goeswith::shop
