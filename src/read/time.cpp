#include "read/time.h"

#include <cstddef>
#include <cstdio>
#include <utility>

#include "read/text.h"

namespace goeswith {
namespace {

struct Date {
    std::int64_t year;
    int month;
    int day;
};

// Days since 1970-01-01 in the Gregorian calendar and back: Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms", with eras of 400 years that begin in March.
std::int64_t to_days(Date date) {
    const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t year_of_era = y - era * 400;
    const int month = date.month + (date.month > 2 ? -3 : 9);
    const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date to_date(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t day = days - era * 146097;
    const std::int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const std::int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
    const int month = static_cast<int>((5 * day_of_year + 2) / 153);
    return {year + era * 400 + (month >= 10), month < 10 ? month + 3 : month - 9,
            static_cast<int>(day_of_year) - (153 * month + 2) / 5 + 1};
}

bool exists(Date date) {
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    const Date back = to_date(to_days(date));
    return back.month == date.month && back.day == date.day;
}

/// Reads a text from left to right. What does not fit makes `ok` false and changes nothing else.
struct Scanner {
    std::string_view rest;
    bool ok = true;

    bool next_is(char c) const { return !rest.empty() && rest[0] == c; }
    bool next_is_digit() const { return !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; }
    bool take(char c) {
        if (!next_is(c))
            return false;
        rest.remove_prefix(1);
        return true;
    }
    bool take(std::string_view word) {
        if (rest.substr(0, word.size()) != word)
            return false;
        rest.remove_prefix(word.size());
        return true;
    }
    std::int64_t number(std::size_t min_digits, std::size_t max_digits) {
        std::int64_t value = 0;
        std::size_t digits = 0;
        for (; digits < max_digits && next_is_digit(); ++digits) {
            value = value * 10 + (rest[0] - '0');
            rest.remove_prefix(1);
        }
        ok = ok && digits >= min_digits;
        return value;
    }
    int small() { return static_cast<int>(number(1, 2)); }
};

/// " 09:12:30.25 PM +02:00", every part of it optional: seconds to add to midnight, UTC.
std::int64_t scan_clock(Scanner& scan) {
    if (!scan.take('T'))
        while (scan.take(' ')) {
        }
    if (scan.rest.empty())
        return 0;
    std::int64_t hour = scan.small();
    scan.ok = scan.ok && scan.take(':');
    const std::int64_t minute = scan.number(2, 2);
    std::int64_t second = 0;
    if (scan.take(':')) {
        second = scan.number(2, 2);
        if (scan.take('.') || scan.take(','))
            scan.number(1, 9);
    }
    while (scan.take(' ')) {
    }
    const bool pm = scan.take("PM") || scan.take("pm");
    if (pm || scan.take("AM") || scan.take("am")) {
        scan.ok = scan.ok && hour >= 1 && hour <= 12;
        hour = hour % 12 + (pm ? 12 : 0);
    }
    // A leap second, 60, counts as the first of the next minute.
    scan.ok = scan.ok && hour <= 23 && minute <= 59 && second <= 60;

    std::int64_t zone = 0;
    if (scan.next_is('+') || scan.next_is('-')) {
        const bool west = scan.rest[0] == '-';
        scan.rest.remove_prefix(1);
        zone = scan.number(2, 2) * 3600;
        scan.take(':');
        if (!scan.rest.empty())
            zone += scan.number(2, 2) * 60;
        zone = west ? -zone : zone;
    } else if (!scan.take('Z')) {
        scan.take("UTC");
    }
    return hour * 3600 + minute * 60 + second - zone;
}

std::optional<Time> scan_date(std::string_view text) {
    Scanner scan{text};
    Date date{};
    DateOrder order = DateOrder::clear;
    const std::size_t sign = text.find_first_of("-/.");
    if (sign == std::string_view::npos)
        return std::nullopt;
    const char between = text[sign];
    if (sign == 4) {
        date.year = scan.number(4, 4);
        scan.ok = scan.ok && scan.take(between);
        date.month = scan.small();
        scan.ok = scan.ok && scan.take(between);
        date.day = scan.small();
    } else {
        date.day = scan.small();
        scan.ok = scan.ok && scan.take(between);
        date.month = scan.small();
        scan.ok = scan.ok && scan.take(between);
        const std::size_t before = scan.rest.size();
        date.year = scan.number(2, 4);
        if (before - scan.rest.size() == 2)
            date.year += date.year < 70 ? 2000 : 1900;
        order = DateOrder::either;
        if (date.day > 12)
            order = DateOrder::day_first;
        if (date.month > 12) {
            order = DateOrder::month_first;
            std::swap(date.day, date.month);
        }
    }
    const std::int64_t clock = scan_clock(scan);
    if (!scan.ok || !scan.rest.empty() || !exists(date))
        return std::nullopt;
    return Time{to_days(date) * 86400 + clock, order};
}

std::optional<Time> scan_digits(std::string_view text) {
    Scanner scan{text};
    const std::int64_t value = scan.number(8, 16);
    if (!scan.ok || !scan.rest.empty())
        return std::nullopt;
    switch (text.size()) {
        case 8: {
            const Date date{value / 10000, static_cast<int>(value / 100 % 100),
                            static_cast<int>(value % 100)};
            if (!exists(date))
                return std::nullopt;
            return Time{to_days(date) * 86400, DateOrder::clear};
        }
        case 9:
        case 10:
            return Time{value, DateOrder::clear};
        case 12:
        case 13:
            return Time{value / 1000, DateOrder::clear};
        case 15:
        case 16:
            return Time{value / 1000000, DateOrder::clear};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Time> parse_time(std::string_view text) {
    text = trimmed(text);
    const auto digits = scan_digits(text);
    return digits ? digits : scan_date(text);
}

std::int64_t swap_day_and_month(std::int64_t seconds) {
    std::int64_t days = seconds / 86400;
    if (seconds % 86400 < 0)
        --days;
    Date date = to_date(days);
    if (date.day > 12)  // a zone moved it to another day
        return seconds;
    std::swap(date.day, date.month);
    return seconds + (to_days(date) - days) * 86400;
}

std::string to_iso(std::int64_t seconds) {
    std::int64_t days = seconds / 86400;
    if (seconds % 86400 < 0)
        --days;
    const std::int64_t clock = seconds - days * 86400;
    const Date date = to_date(days);
    char text[48];
    std::snprintf(text, sizeof text, "%04lld-%02d-%02dT%02d:%02d:%02dZ",
                  static_cast<long long>(date.year), date.month, date.day,
                  static_cast<int>(clock / 3600), static_cast<int>(clock / 60 % 60),
                  static_cast<int>(clock % 60));
    return text;
}

}  // namespace goeswith
