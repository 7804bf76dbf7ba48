#include "read/numbers.h"

#include <algorithm>
#include <cstddef>

#include "read/currency.h"
#include "read/text.h"

namespace goeswith {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Where the decimal sign stands, npos where there is none.
std::size_t decimal_sign(std::string_view text) {
    const std::size_t last = text.find_last_of(".,");
    if (last == std::string_view::npos)
        return last;
    const char other = text[last] == '.' ? ',' : '.';
    const bool repeated = text.find(text[last]) != last;
    if (repeated)
        return std::string_view::npos;
    if (text.find(other) != std::string_view::npos)
        return last;
    const bool groups =
        text[last] == ',' && text.size() - last == 4 && last >= 1 && last <= 3 && text[0] != '0';
    return groups ? std::string_view::npos : last;
}

/// Drops the first of these signs that stands at the given end.
bool drop_sign(std::string_view& text) {
    for (const std::string_view sign :
         {"€", "£", "$", "¥", "₹", "zł", "Kč", "kr", "\xA3", "\x80", "\xC2\xA0"}) {
        if (text.size() <= sign.size())
            continue;
        if (text.substr(0, sign.size()) == sign)
            text.remove_prefix(sign.size());
        else if (text.substr(text.size() - sign.size()) == sign)
            text.remove_suffix(sign.size());
        else
            continue;
        text = trimmed(text);
        return true;
    }
    return false;
}

}  // namespace

std::optional<std::int64_t> parse_decimal(std::string_view text, int digits) {
    constexpr std::int64_t kLimit = 1'000'000'000'000'000;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;

    const std::size_t sign = std::min(decimal_sign(text), text.size());
    std::int64_t value = 0;
    bool any_digit = false;
    for (std::size_t i = 0; i < sign; ++i) {
        if (is_digit(text[i])) {
            value = value * 10 + (text[i] - '0');
            any_digit = true;
        } else if (i == 0 || i + 1 == text.size() ||
                   std::string_view(".,' ").find(text[i]) == std::string_view::npos) {
            return std::nullopt;
        }
        if (value > kLimit)
            return std::nullopt;
    }
    bool round_up = false;
    for (std::size_t i = sign + 1; i < text.size(); ++i) {
        if (!is_digit(text[i]))
            return std::nullopt;
        any_digit = true;
        const std::size_t place = i - sign;  // 1 for tenths
        if (place <= static_cast<std::size_t>(digits))
            value = value * 10 + (text[i] - '0');
        else if (place == static_cast<std::size_t>(digits) + 1)
            round_up = text[i] >= '5';
        if (value > kLimit)
            return std::nullopt;
    }
    if (!any_digit)
        return std::nullopt;
    const std::size_t decimals = sign < text.size() ? text.size() - sign - 1 : 0;
    for (std::size_t place = decimals; place < static_cast<std::size_t>(digits); ++place)
        value *= 10;
    value += round_up;
    if (value > kLimit)
        return std::nullopt;
    return negative ? -value : value;
}

std::optional<Price> parse_price(std::string_view text) {
    std::string_view currency;
    if (const auto amount = parse_decimal(text, kPriceDigits))
        return Price{*amount, currency};
    if (text.size() > 3 && is_currency(text.substr(0, 3))) {
        currency = text.substr(0, 3);
        text = trimmed(text.substr(3));
    } else if (text.size() > 3 && is_currency(text.substr(text.size() - 3))) {
        currency = text.substr(text.size() - 3);
        text = trimmed(text.substr(0, text.size() - 3));
    }
    while (drop_sign(text)) {
    }
    const auto amount = parse_decimal(text, kPriceDigits);
    return amount ? std::optional<Price>({*amount, currency}) : std::nullopt;
}

std::int64_t to_minor(std::int64_t amount, int exponent) {
    std::int64_t unit = 1;
    for (int place = exponent; place < kPriceDigits; ++place)
        unit *= 10;
    return (amount + unit / 2) / unit;
}

std::string to_decimal(std::int64_t minor, int exponent) {
    std::string digits = std::to_string(minor);
    const auto decimals = static_cast<std::size_t>(exponent);
    if (decimals == 0)
        return digits;
    if (digits.size() <= decimals)
        digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
    return digits;
}

}  // namespace goeswith
