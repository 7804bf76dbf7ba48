#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"

namespace goeswith::bench {

inline constexpr std::uint32_t kNeighbours = 16;
inline constexpr std::uint32_t kCarts = 4096;  // of each size, all different

/// The bytes of a model of invented affinities, the same on every machine.
///
/// Drawn, not trained: a trained model has as many edges as its orders give evidence for, and a
/// hundred thousand products with exactly 16 each would need millions of orders. What decides the
/// time is kept: popularity falls as 1 / (rank + 60), which fits the shares of Online Retail II
/// (its first 1 % of products has a tenth of all lines, the first 10 % nearly half), neighbours
/// come half from the product's own department and half from everywhere, both by popularity.
/// `products`  at least 40
std::vector<unsigned char> make_model(std::uint32_t products);

/// `kCarts` carts of `size` products, one after another in one row of numbers.
///
/// The first product of a cart is drawn by popularity; each other one is for half of the draws a
/// neighbour of one that is in it already, so that rows overlap as they do in real carts.
std::vector<ProductId> make_carts(const Model& model, std::uint32_t size);

/// An amount of 3.00 to 40.00 that is missing for a goal, one for each cart.
std::vector<std::uint32_t> make_gaps();

}  // namespace goeswith::bench
