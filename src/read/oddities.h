#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/orders.h"

namespace goeswith {

/// Why lines with such a price are left out, as the report says it.
inline constexpr std::string_view kNoPriceReason = "price of zero or less";

/// The order with the most lines, as the file has them: repeats count.
struct LargestOrder {
    std::uint64_t lines = 0;
    std::string id;  // empty where orders have none
};

/// What is allowed in orders and mostly means that something went wrong before they came here:
///
///   large-order      an order of more than 1,000 lines
///   ids-change       products under a new id with the name of one that is not sold any more
///   ids-once         nearly every product stands in one order alone
///   zero-prices      one line in a hundred and more has a price of zero or less
///   month-missing    a month without an order in the middle of many
///   dates            orders without a date among those with one, or from before 2000
///   one-customer     a customer with a fifth of all orders
///
/// Needs the orders as they were read, without a catalogue. Time grows with the lines.
std::vector<Warning> find_oddities(const Orders& orders, const LargestOrder& largest);

}  // namespace goeswith
