#pragma once

#include <string_view>

namespace goeswith {

/// Whether the status of an order says that it was cancelled or paid back, or never came about;
/// in any case, with or without WooCommerce's "wc-" before it. Statuses that a shop invented, such
/// as "shipped", do not say so.
bool was_taken_back(std::string_view status);

/// The same for exports in which "pending" means that nothing was paid yet.
bool was_never_paid(std::string_view status);

}  // namespace goeswith
