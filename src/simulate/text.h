#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>

namespace goeswith::shop {

// Streams and printf follow the locale; these do not.

inline void append_number(std::string& text, std::uint64_t number) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, end);
}

inline void append_two_digits(std::string& text, std::uint64_t number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

/// 2450 is 24.50
inline void append_price(std::string& text, std::uint32_t cents) {
    append_number(text, cents / 100);
    text += '.';
    append_two_digits(text, cents % 100);
}

/// 2026-05-03
inline void append_date(std::string& text, std::chrono::year_month_day date) {
    append_number(text, static_cast<std::uint64_t>(static_cast<int>(date.year())));
    text += '-';
    append_two_digits(text, static_cast<unsigned>(date.month()));
    text += '-';
    append_two_digits(text, static_cast<unsigned>(date.day()));
}

}  // namespace goeswith::shop
