#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/orders.h"

namespace goeswith {

/// Orders to learn from and orders to ask about.
struct Split {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> test;
    bool by_time = false;  // the test is the newest part, otherwise a seeded random one
};

enum class SplitBy { best, time, random };

/// Where what is drawn begins: another seed, another tenth and other questions.
inline constexpr std::uint64_t kSeed = 1;

/// Sets a tenth of the orders in `among` aside: the newest where every one has a date (or `by` says
/// so), a seeded random tenth otherwise.
Split split_orders(const Orders& orders, std::span<const std::uint32_t> among, SplitBy by,
                   std::uint64_t seed = kSeed);

/// A basket with one product taken out, and that product.
struct Question {
    std::vector<std::uint32_t> cart;  // numbers in `Orders::products`
    std::uint32_t answer;
    std::uint32_t order;  // the order that it was taken out of
};

/// Leave-one-out questions from the test orders of a split: up to `most_orders` with 2 to 60 known
/// products give up to 5 questions each; known are the products in at least `least` of the
/// training orders.
struct Questions {
    std::vector<Question> asked;
    std::vector<std::uint32_t> known;  // numbers in `Orders::products`, ascending
};
Questions make_questions(const Orders& orders, const Split& split, std::uint32_t least,
                         std::size_t most_orders = 2500, std::uint64_t seed = kSeed);

}  // namespace goeswith
