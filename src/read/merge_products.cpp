#include "read/merge_products.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace goeswith {

std::vector<std::uint32_t> merge_products(Orders& orders, std::span<const std::uint32_t> becomes) {
    std::vector<std::uint32_t> number(becomes.size());
    std::size_t kept = 0, ordered = 0;
    for (std::size_t i = 0; i < becomes.size(); ++i) {
        Product& product = orders.products[i];
        if (becomes[i] != i) {
            Product& target = orders.products[becomes[i]];
            const bool earlier =
                target.first_seen == kNoTime ||
                (product.first_seen != kNoTime && product.first_seen < target.first_seen);
            if (earlier && i < orders.ordered_products)
                target.first_seen = product.first_seen;
            continue;
        }
        number[i] = static_cast<std::uint32_t>(kept++);
        ordered += i < orders.ordered_products;
    }
    for (std::size_t i = 0; i < becomes.size(); ++i) {
        if (becomes[i] != i)
            number[i] = number[becomes[i]];
        else if (number[i] != i)
            orders.products[number[i]] = std::move(orders.products[i]);
    }
    orders.products.resize(kept);
    orders.ordered_products = ordered;

    std::uint32_t* out = orders.lines.data();
    for (std::size_t order = 0; order < orders.size(); ++order) {
        std::uint32_t* first = orders.lines.data() + orders.basket_begin[order];
        std::uint32_t* last = orders.lines.data() + orders.basket_begin[order + 1];
        for (std::uint32_t* line = first; line != last; ++line)
            *line = number[*line];
        std::sort(first, last);
        orders.basket_begin[order] = static_cast<std::uint64_t>(out - orders.lines.data());
        out = std::copy(first, std::unique(first, last), out);
    }
    orders.basket_begin[orders.size()] = static_cast<std::uint64_t>(out - orders.lines.data());
    orders.lines.resize(static_cast<std::size_t>(orders.basket_begin[orders.size()]));
    return number;
}

}  // namespace goeswith
