#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goeswith {

/// How sure it is which number of a date is the day.
enum class DateOrder : std::uint8_t {
    clear,        // the year comes first, or no date was written at all
    either,       // "03/08/19": day first is assumed until the file tells otherwise
    day_first,    // "13/08/19"
    month_first,  // "08/13/19"
};

struct Time {
    std::int64_t seconds;  // since 1970-01-01 UTC
    DateOrder order;
};

/// A moment, from any of
///   2026-05-03, 2026-05-03T09:12, 2026-05-03 09:12:30.5 +02:00 (Z, UTC, +0200; no zone is UTC)
///   03/08/19 20:25, 3.8.2019, 08/03/2019 8:25 PM
///   1777792320 (seconds), 1777792320000 (milliseconds), 1777792320000000 (microseconds)
///   20260503
/// Nothing where the text is none of these or is no day of the calendar.
std::optional<Time> parse_time(std::string_view text);

/// The same moment with day and month the other way round, for dates that were `either`.
std::int64_t swap_day_and_month(std::int64_t seconds);

/// 2026-05-03T09:12:00Z
std::string to_iso(std::int64_t seconds);

}  // namespace goeswith
