#include "train/baskets.h"

#include <algorithm>
#include <numeric>

namespace goeswith {

std::vector<std::uint32_t> all_orders(const Orders& orders) {
    std::vector<std::uint32_t> all(orders.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
}

Baskets make_baskets(const Orders& orders, std::span<const std::uint32_t> chosen,
                     std::uint32_t floor) {
    std::vector<std::uint32_t> orders_with(orders.products.size(), 0);
    for (const std::uint32_t order : chosen)
        for (const std::uint32_t product : orders.basket(order))
            ++orders_with[product];

    Baskets out;
    for (std::uint32_t product = 0; product < orders_with.size(); ++product)
        if (orders_with[product] >= std::max(floor, 1u))
            out.product_of.push_back(product);
    std::sort(out.product_of.begin(), out.product_of.end(), [&](std::uint32_t a, std::uint32_t b) {
        return orders_with[a] != orders_with[b] ? orders_with[a] > orders_with[b]
                                                : orders.products[a].id < orders.products[b].id;
    });
    if (out.product_of.size() > kMaxProducts)
        out.product_of.resize(kMaxProducts);
    out.number_of.assign(orders.products.size(), kNoProduct);
    for (ProductId number = 0; number < out.product_of.size(); ++number) {
        out.number_of[out.product_of[number]] = number;
        out.orders_with.push_back(orders_with[out.product_of[number]]);
    }

    for (const std::uint32_t order : chosen) {
        const std::size_t began = out.lines.size();
        for (const std::uint32_t product : orders.basket(order))
            if (out.number_of[product] != kNoProduct)
                out.lines.push_back(out.number_of[product]);
        const std::size_t size = out.lines.size() - began;
        if (size < 2 || size > kLargestBasket) {
            out.singles += size < 2;
            out.too_large += size > kLargestBasket;
            out.lines.resize(began);
            continue;
        }
        std::sort(out.lines.begin() + static_cast<std::ptrdiff_t>(began), out.lines.end());
        out.begin.push_back(out.lines.size());
        out.order_of.push_back(order);
    }
    return out;
}

}  // namespace goeswith
