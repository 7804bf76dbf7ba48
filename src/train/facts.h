#pragma once

#include <cstdint>
#include <span>

#include "model/writer.h"
#include "read/orders.h"
#include "train/baskets.h"

namespace goeswith {

/// Tells a model what is known of its products besides who goes with whom: their shares of the
/// orders, and the day of the newest one.
///
/// `chosen`  the numbers of the orders that `baskets` was made from
void add_facts(const Orders& orders, std::span<const std::uint32_t> chosen, const Baskets& baskets,
               ModelContent& content);

}  // namespace goeswith
