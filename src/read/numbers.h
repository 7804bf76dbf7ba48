#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goeswith {

/// Prices are kept with four decimals, the most that any currency has, until the currency is known.
inline constexpr int kPriceDigits = 4;

/// A decimal number times 10^`digits`, rounded half away from zero; nothing where the text is no
/// number or is beyond 10^15. Read digit by digit: 4.35 x 100 is 435 here, and 434.99... as double.
///
/// Decimals follow a point or a comma. Of two different signs the last one is the decimal one
/// ("1.234,50"); a sign that stands twice groups thousands, and so does a single comma before
/// exactly three digits ("1,234"). Spaces and apostrophes may group too.
std::optional<std::int64_t> parse_decimal(std::string_view text, int digits);

struct Price {
    std::int64_t amount;        // times 10^kPriceDigits
    std::string_view currency;  // ISO 4217 if the text names it, as "24.50 EUR" does
};

/// A price, with or without a currency's code or sign before or behind it.
std::optional<Price> parse_price(std::string_view text);

/// A price in minor units of a currency with `exponent` decimals, rounded half up.
std::int64_t to_minor(std::int64_t amount, int exponent);

/// Minor units as a decimal number of major ones: 2450 with 2 decimals is "24.50".
std::string to_decimal(std::int64_t minor, int exponent);

}  // namespace goeswith
