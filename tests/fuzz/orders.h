#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fuzz/require.h"
#include "model/bytes.h"
#include "unit/read_help.h"

namespace goeswith::fuzz {

inline void check_text(const std::string& text) {
    for (const char byte : text)
        require(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F,
                "a text has no control characters");
    nlohmann::json(text).dump();  // throws at what is not UTF-8
}

inline void check_orders(const Orders& orders) {
    require(orders.time.size() == orders.size() && orders.customer.size() == orders.size(),
            "each order has a time and a customer, or the word for none");
    require(orders.ordered_products <= orders.products.size(), "what is ordered is a product");
    require(orders.report.lines_used <= orders.report.lines, "no line is used that was not read");
    for (std::size_t order = 0; order < orders.size(); ++order) {
        require(orders.basket_begin[order] <= orders.basket_begin[order + 1] &&
                    orders.basket_begin[order + 1] <= orders.lines.size(),
                "baskets stand one after the other");
        std::int64_t last = -1;
        for (const std::uint32_t product : orders.basket(order)) {
            require(product > last, "a basket ascends without repeats");
            require(product < orders.ordered_products, "a basket has products of the shop");
            last = product;
        }
    }
    for (const Product& product : orders.products) {
        require(!product.id.empty(), "a product has an id");
        require(product.price_minor >= kNoPrice, "a price is not negative");
        check_text(product.id);
        check_text(product.title);
    }
}

/// All that was read, or what is wrong with it, as one text.
inline std::string told(std::string_view text, const std::vector<std::size_t>& cuts,
                        const std::string& format) {
    try {
        const Orders orders = read_text(text, cuts, format);
        check_orders(orders);
        return picture_of(orders);
    } catch (const DataError& error) {
        return error.what();
    }
}

/// Reads orders whole and in two pieces, in the format that they seem to have and in one that they
/// are said to have. Format and cut follow from the bytes.
inline void fuzz_orders(Bytes bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::size_t cut = adler32(bytes) % (text.size() + 1);
    static const std::array<const char*, 11> formats = {
        "canonical",   "baskets",    "online-retail", "jsonl", "shopify",          "matrixify",
        "woocommerce", "prestashop", "magento",       "ga4",   "woocommerce-items"};
    for (const std::string format : {"", formats[adler32(bytes) / 7 % formats.size()]})
        require(told(text, {}, format) == told(text, {cut}, format),
                "where the cut lies makes no difference");
}

}  // namespace goeswith::fuzz
