#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/layout.h"
#include "read/orders.h"

namespace goeswith {

/// Baskets as training sees them: products numbered by popularity, those below the floor gone.
struct Baskets {
    std::vector<std::uint32_t> product_of;   // number in the model -> number in `Orders::products`
    std::vector<ProductId> number_of;        // and back; kNoProduct where it was left out
    std::vector<std::uint32_t> orders_with;  // orders with each product, descending
    std::vector<std::uint64_t> begin{0};     // baskets of two products and more, as in `Orders`
    std::vector<ProductId> lines;
    std::vector<std::uint32_t> order_of;  // basket -> number in `Orders`; by customer, then order
    std::vector<std::uint32_t> customer_of;  // basket -> customer; an order without one is its own

    std::vector<float> age;  // basket -> 0 for the newest order, 1 for the oldest

    std::uint64_t singles = 0;     // orders of one product: they count for popularity alone
    std::uint64_t too_large = 0;   // orders of more than kLargestBasket products: likewise
    std::uint64_t beyond_cap = 0;  // orders of customers who had kMostPairs already: likewise

    std::size_t products() const { return product_of.size(); }
    std::size_t size() const { return begin.size() - 1; }
    std::span<const ProductId> basket(std::size_t at) const {
        return {lines.data() + begin[at], static_cast<std::size_t>(begin[at + 1] - begin[at])};
    }
};

inline constexpr ProductId kNoProduct = ~ProductId{0};

/// An order of more products than this is an export's mistake or a wholesaler's whole range: its
/// half a million pairs say nothing about what goes with what.
inline constexpr std::size_t kLargestBasket = 1000;

/// What one customer may add to what goes with what: about 400 orders of 20 products. A trader who
/// orders every day must not speak for the shop, nor be readable out of its model.
inline constexpr std::uint64_t kMostPairs = 75000;

struct BasketOptions {
    std::uint32_t product_floor = 5;        // products in fewer orders are left out
    std::uint64_t most_pairs = kMostPairs;  // of one customer
};

/// Numbers the products of some orders by the orders they are in, best seller first (equals by
/// id), leaves out those below the floor, and keeps what is left of each order.
///
/// `chosen`  numbers of orders; the order in which they stand does not matter to the numbering
Baskets make_baskets(const Orders& orders, std::span<const std::uint32_t> chosen,
                     const BasketOptions& options);

/// All order numbers, 0 to `orders.size() - 1`.
std::vector<std::uint32_t> all_orders(const Orders& orders);

}  // namespace goeswith
