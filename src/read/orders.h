#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace goeswith {

/// A price, a time or a customer that no line told.
inline constexpr std::int64_t kNoPrice = -1;
inline constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
inline constexpr std::uint32_t kNoCustomer = std::numeric_limits<std::uint32_t>::max();

/// What is known of a product, from order lines and, where there is one, from the catalogue.
/// Text is UTF-8 without control characters; an empty text is unknown. What lines tell is put
/// together by majority: the most frequent title, the median price. The catalogue's word wins.
struct Product {
    std::string id;  // as written: leading zeros, quotes, commas and emoji are kept
    std::string title;
    std::string url;
    std::string image;
    std::string category;
    std::string brand;
    std::vector<std::string> tags;
    std::string parent;                   // what all variants of a product share
    bool for_sale = true;                 // unless the catalogue says: sold out, a draft
    int margin_percent = -1;              // of the price; -1 unknown, 0 to 100
    std::int64_t price_minor = kNoPrice;  // in minor units of `Orders::currency`
    std::int64_t first_seen = kNoTime;    // seconds since 1970-01-01 UTC; its earliest order
};

/// Why lines were left out, how many, and the first of them as an example.
struct LeftOut {
    std::string reason;  // "cancelled", "not a product (postage, fees, tests)", ...
    std::uint64_t lines = 0;
    std::string example;  // "orders.csv:418: C489449"
};

/// Something about the data that is allowed and looks wrong.
struct Warning {
    std::string about;  // "large-order", "month-missing", ...: see oddities.h
    std::string text;   // a sentence for the merchant, with an example and a question
};

/// How the products of the orders were found in the catalogue.
struct Joined {
    std::uint64_t by_id = 0;
    std::uint64_t by_sku = 0;
    std::uint64_t by_name = 0;
    std::uint64_t not_found = 0;

    bool operator==(const Joined&) const = default;
};

/// What was read, and what was left out and why.
struct ReadReport {
    std::string format;              // one of `format_names()`; ", " between several
    std::uint64_t lines = 0;         // order lines; headers and empty lines are none
    std::uint64_t lines_used = 0;    // of which the same product twice in an order is two
    std::vector<LeftOut> left_out;   // by first sight
    std::vector<std::string> notes;  // what had to be decided, in words: "orders.csv: ..."
    std::vector<Warning> warnings;   // by their first cause in oddities.h
    std::optional<Joined> joined;    // where there is a catalogue
};

/// A column that was asked for by name, as the orders tell it.
struct KeptColumn {
    std::string name;
    std::vector<std::string> values;      // by first sight; the first one is empty: not told
    std::vector<std::uint32_t> value_of;  // order -> number in `values`
};

/// Past orders in the form that training wants: one basket, a set of products, an order.
///
/// Products are numbered by first sight. The basket of order `o` is
/// `lines[basket_begin[o] .. basket_begin[o + 1])`, ascending and without repeats; an order of one
/// product is kept, because it counts for popularity. Orders stand in the order of first sight.
///
/// Products that only the catalogue has stand behind all that were ordered. No line names them, so
/// counting never meets them; they matter where something new is to be shown.
struct Orders {
    std::vector<Product> products;
    std::size_t ordered_products = 0;  // the first so many of `products` stand in a basket
    std::vector<std::uint64_t> basket_begin{0};
    std::vector<std::uint32_t> lines;
    std::vector<std::int64_t> time;       // one an order, seconds since 1970-01-01 UTC, or kNoTime
    std::vector<std::uint32_t> customer;  // one an order, or kNoCustomer; numbered by first sight
    std::string currency;                 // ISO 4217, empty where nobody told
    int exponent = 2;                     // of the currency: 100 minor units are one major unit
    ReadReport report;

    // Only where `ReadOptions::keep` asked for them.
    std::vector<KeptColumn> kept;
    /// One an order: prices times quantities, in minor units; kNoPrice where a line has no price
    /// or another currency.
    std::vector<std::int64_t> amount_minor;
    std::vector<std::int64_t> items;  // one an order: the sum of its quantities, rounded up

    std::size_t size() const { return basket_begin.size() - 1; }
    std::span<const std::uint32_t> basket(std::size_t order) const {
        return {lines.data() + basket_begin[order],
                static_cast<std::size_t>(basket_begin[order + 1] - basket_begin[order])};
    }
};

}  // namespace goeswith
