#include "train/baskets.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace goeswith {
namespace {

constexpr std::int64_t kNewest = std::numeric_limits<std::int64_t>::max();

}  // namespace

std::vector<std::uint32_t> all_orders(const Orders& orders) {
    std::vector<std::uint32_t> all(orders.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
}

Baskets make_baskets(const Orders& orders, std::span<const std::uint32_t> chosen,
                     const BasketOptions& options) {
    std::vector<std::uint32_t> orders_with(orders.products.size(), 0);
    for (const std::uint32_t order : chosen)
        for (const std::uint32_t product : orders.basket(order))
            ++orders_with[product];

    Baskets out;
    for (std::uint32_t product = 0; product < orders_with.size(); ++product)
        if (orders_with[product] >= std::max(options.product_floor, 1u))
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

    // An order without a customer is a customer of its own, behind all that are known.
    const auto customer_of = [&](std::uint32_t order) {
        return std::pair(orders.customer[order], orders.customer[order] == kNoCustomer ? order : 0);
    };
    std::vector<std::uint32_t> sequence(chosen.begin(), chosen.end());
    std::sort(sequence.begin(), sequence.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(customer_of(a), a) < std::pair(customer_of(b), b);
    });
    // Orders without a date are as new as the newest.
    std::int64_t oldest = kNewest;
    std::int64_t newest = kNoTime;
    for (const std::uint32_t order : chosen)
        if (orders.time[order] != kNoTime) {
            oldest = std::min(oldest, orders.time[order]);
            newest = std::max(newest, orders.time[order]);
        }
    const auto age_of = [&](std::uint32_t order) {
        if (orders.time[order] == kNoTime || newest <= oldest)
            return 0.0f;
        return static_cast<float>(static_cast<double>(newest - orders.time[order]) /
                                  static_cast<double>(newest - oldest));
    };
    std::uint32_t customer = 0;
    std::uint64_t pairs = 0;
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        const std::uint32_t order = sequence[at];
        if (at > 0 && customer_of(order) != customer_of(sequence[at - 1])) {
            ++customer;
            pairs = 0;
        }
        const std::size_t began = out.lines.size();
        for (const std::uint32_t product : orders.basket(order))
            if (out.number_of[product] != kNoProduct)
                out.lines.push_back(out.number_of[product]);
        const std::size_t size = out.lines.size() - began;
        const bool single = size < 2;
        const bool too_large = size > kLargestBasket;
        const bool beyond_cap =
            !single && !too_large && pairs + size * (size - 1) / 2 > options.most_pairs;
        if (single || too_large || beyond_cap) {
            out.singles += single;
            out.too_large += too_large;
            out.beyond_cap += beyond_cap;
            out.lines.resize(began);
            continue;
        }
        pairs += size * (size - 1) / 2;
        std::sort(out.lines.begin() + static_cast<std::ptrdiff_t>(began), out.lines.end());
        out.begin.push_back(out.lines.size());
        out.order_of.push_back(order);
        out.customer_of.push_back(customer);
        out.age.push_back(age_of(order));
    }
    return out;
}

}  // namespace goeswith
