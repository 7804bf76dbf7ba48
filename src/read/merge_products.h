#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/orders.h"

namespace goeswith {

/// Makes one product of several. Product `i` becomes product `becomes[i]`, which becomes itself;
/// the products that were merged away are gone, and the others keep their order.
///
/// Returns the new number of every old one. Needs a target that was ordered where any of its
/// sources was. Time grows with the lines.
std::vector<std::uint32_t> merge_products(Orders& orders, std::span<const std::uint32_t> becomes);

}  // namespace goeswith
