#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/writer.h"
#include "read/orders.h"
#include "train/baskets.h"

namespace goeswith {

// What a model is told of its products besides who goes with whom. `chosen` are the numbers of the
// orders that `baskets` was made from; the same orders give the same facts, in whatever order
// they stand.

/// Shares of the orders, the day of the newest one, and the first day of each product. The latter
/// is left out where it says no more than when the export begins.
void add_shares_and_days(const Orders& orders, std::span<const std::uint32_t> chosen,
                         const Baskets& baskets, ModelContent& content);

/// What the catalogue tells: categories, brands, tags, variants of one parent, margins.
///
/// `tags`  those that take precedence where there are more than a model holds; the most frequent
///         ones follow
void add_catalogue(const Orders& orders, const Baskets& baskets, std::span<const std::string> tags,
                   ModelContent& content);

/// Behind the products that were bought, those of the catalogue that the model would not know
/// otherwise: what `named` asks for by id, and what the catalogue calls new, up to 60 days older
/// than the newest order and for sale; at most 1,000 of the latter, newest first. They have no
/// affinity yet.
void add_newcomers(const Orders& orders, std::span<const std::string> named, Baskets& baskets);

/// The usual days between two orders of a product by one customer: the median, where five
/// customers and more bought it again, and 15 % of all who bought it.
void add_intervals(const Orders& orders, std::span<const std::uint32_t> chosen,
                   const Baskets& baskets, ModelContent& content);

/// Products that rise against their own past: bought by five customers and ten orders at least in
/// the newest eighth of the time (at most 28 days), half as often again as their share of earlier
/// orders lets expect, and three standard deviations above it; strongest first, at most 100.
void add_trending(const Orders& orders, std::span<const std::uint32_t> chosen,
                  const Baskets& baskets, ModelContent& content);

/// Better versions of each product: of the same category, dearer by 5 to 150 %, bought with the
/// same neighbours and not together; the most alike first. Needs rows, prices and categories.
void add_upgrades(ModelContent& content);

}  // namespace goeswith
