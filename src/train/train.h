#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "read/orders.h"
#include "train/weights.h"

namespace goeswith {

struct TrainOptions {
    WeightOptions weights;
    BasketOptions baskets;
    double own = 0.5;  // what an own earlier order counts, in strong affinities
    /// Titles, urls, images and whatever else is known of products; ids and prices are always
    /// there.
    bool details = true;
    // What the merchant's rules name, so that the model knows it (see `add_newcomers`,
    // `add_catalogue`).
    std::vector<std::string> named_products;
    std::vector<std::string> named_tags;
};

/// What training made of the orders.
struct TrainReport {
    std::uint64_t orders = 0;
    std::uint64_t orders_of_one = 0;      // they count for popularity alone
    std::uint64_t orders_too_large = 0;   // of more than kLargestBasket products: likewise
    std::uint64_t orders_beyond_cap = 0;  // of customers with more than their share: likewise
    std::uint64_t products_ordered = 0;   // of the products in any order ...
    std::uint64_t products = 0;           // ... those that the model has
    std::uint64_t newcomers = 0;          // and products behind them that have no affinities yet
    std::uint64_t edges = 0;
    std::uint64_t products_without_edges = 0;  // best sellers stand in for their neighbours
    std::uint64_t size_bytes = 0;
};

struct TrainResult {
    std::vector<unsigned char> model;
    TrainReport report;
};

/// Orders to a model file.
///
/// `chosen`  numbers of the orders to learn from
/// Throws DataError where no product is left above the floor. The same orders give the same bytes,
/// whatever the number of threads.
TrainResult train(const Orders& orders, std::span<const std::uint32_t> chosen,
                  const TrainOptions& options, const StageProgress& progress = {});

}  // namespace goeswith
