#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/orders_options.h"
#include "report/offers.h"

namespace goeswith {

/// Writes a CSV (RFC 4180) for a mailing tool: a line a customer, with what to offer them, best
/// first:
/// `customer,offer_1_id,offer_1_title,offer_1_url,offer_1_image,offer_1_reason,offer_2_id,...`
///
/// What the newest order had speaks for what goes with it; older ones count as own orders. Orders
/// without a customer are left out; so is a customer for whom there is nothing.
/// `customer`  the column that names them, as the export writes it
void write_mailing(Offers& offers, const OrdersOptions& input, const std::string& customer,
                   std::ostream& out);

/// Writes one HTML page to print for the till: what to offer with each of the best sellers, as far
/// as enough customers bought it together.
void write_till_list(Offers& offers, std::size_t products, std::ostream& out);

}  // namespace goeswith
