#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/layout.h"

namespace goeswith {

/// An affinity on its way into a file.
struct WeightedEdge {
    ProductId neighbour;
    float weight;
    std::uint32_t support;  // orders with both
};

/// All that a model file holds, in numbers and words; `write_model` makes the bytes.
///
/// Products are numbered by popularity, best seller first. `rows` has one row a product. Texts,
/// prices and whatever else is told of products have one entry a product, or none at all; control
/// characters in a text become spaces.
struct ModelContent {
    std::vector<std::vector<WeightedEdge>> rows;
    std::vector<std::string> ids;
    std::vector<std::string> titles;
    std::vector<std::string> urls;
    std::vector<std::string> images;
    std::vector<std::uint32_t> prices;  // minor units, 0 unknown
    // As the sections of the same names, see `layout.h`.
    std::vector<std::uint8_t> shares;
    std::vector<std::uint16_t> categories;
    std::vector<std::uint16_t> brands;
    std::vector<std::uint32_t> tags;
    std::vector<ProductId> parents;
    std::vector<std::uint16_t> first_days;
    std::vector<std::uint16_t> intervals;
    std::vector<std::uint8_t> margins;
    std::vector<std::string> category_names;
    std::vector<std::string> brand_names;
    std::vector<std::string> tag_names;  // at most kTags
    std::vector<ProductId> trending;
    std::vector<std::vector<ProductId>> upgrades;  // at most kUpgrades a product
    double own = 0.5;              // what an own earlier order counts, in strong affinities
    std::uint32_t orders = 0;      // rounded down to two digits in the file
    std::uint32_t newest_day = 0;  // days since 1970-01-01
    std::string currency;          // ISO 4217, or empty
    int exponent = 2;
    std::uint32_t support_floor = 5;  // 1 or more; evidence below it is class 0, and never shown
};

/// The bytes of a model, as `layout.h` pictures them.
///
/// Weights are rounded to the nearest of 32 that are fitted to them (Lloyd 1982), supports are
/// rounded down to a class, so that neither tells a count. The same content gives the same bytes.
/// `content`  at most `kMaxProducts` products
std::vector<unsigned char> write_model(const ModelContent& content);

/// Lets a model's own earlier orders count `to` strong affinities instead of `from`, without
/// writing it again. `model` is what `write_model` made, with `from` for its `own`, above 0.
void count_own_anew(std::vector<unsigned char>& model, double from, double to);

/// A share of orders as the section `shares` tells it: -8 log2, rounded, 0 to 254; kNeverSold
/// for 0.
std::uint8_t share_code(double share);

/// The lower ends of the support classes above a floor: 0, then about doubling from the floor.
std::vector<std::uint32_t> support_classes(std::uint32_t floor);

}  // namespace goeswith
