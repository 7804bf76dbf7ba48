#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goeswith {

/// A cart as the page's adapters give it: amounts in minor units of one currency.
struct CartFile {
    struct Line {
        /// What may be the model's id, the most likely one first: sku, variant, product, handle.
        std::vector<std::string> ids;
        std::int64_t amount_minor = 0;
        std::optional<std::int64_t> tax_minor;  // in the amount, or on top of it
        std::uint32_t quantity = 1;
        bool shippable = true;
        bool gift_card = false;
        bool reward = false;
    };
    std::string currency;
    int exponent = 2;
    std::vector<Line> lines;
    std::int64_t discounts_minor = 0;
    std::optional<bool> tax_included;  // whether the amounts hold it
    std::string country;               // ISO 3166; empty where it is not known
    bool needs_shipping = true;
    std::optional<bool> free_shipping_now;  // the platform's own verdict, where it has one
};

/// Reads a cart from JSON. Throws DataError with `file` and what is missing or wrong.
CartFile read_cart(std::string_view text, std::string_view file);

}  // namespace goeswith
