#include "read/time.h"

#include "catch.h"

using namespace goeswith;

namespace {

std::string iso_of(std::string_view text) {
    const auto time = parse_time(text);
    return time ? to_iso(time->seconds) : "nothing";
}

}  // namespace

TEST_CASE("a moment may be ISO 8601 with a zone or without one") {
    CHECK(iso_of("2026-05-03") == "2026-05-03T00:00:00Z");
    CHECK(iso_of("2026-05-03T09:12:30.250+02:00") == "2026-05-03T07:12:30Z");
    CHECK(iso_of("2026-05-03 09:12:30 -0500") == "2026-05-03T14:12:30Z");
    CHECK(iso_of("2026-08-04 05:24:22 +0500") == "2026-08-04T00:24:22Z");
    CHECK(iso_of("2026-05-03T09:12Z") == "2026-05-03T09:12:00Z");
    CHECK(iso_of("2026-05-03 09:12:30 UTC") == "2026-05-03T09:12:30Z");
    CHECK(iso_of("1969-12-31 23:59:59") == "1969-12-31T23:59:59Z");
    CHECK(iso_of("2024-02-29") == "2024-02-29T00:00:00Z");
}

TEST_CASE("a moment may be seconds, milliseconds or microseconds since 1970") {
    CHECK(iso_of("1777792320") == "2026-05-03T07:12:00Z");
    CHECK(iso_of("1777792320000") == "2026-05-03T07:12:00Z");
    CHECK(iso_of("1777792320000000") == "2026-05-03T07:12:00Z");
    CHECK(iso_of("20260503") == "2026-05-03T00:00:00Z");
}

TEST_CASE("a date with the year last is day first unless it cannot be") {
    CHECK(iso_of("03/08/19 20:25") == "2019-08-03T20:25:00Z");
    CHECK(iso_of("3.8.2019") == "2019-08-03T00:00:00Z");
    CHECK(iso_of("12/13/2010 8:26 PM") == "2010-12-13T20:26:00Z");
    CHECK(parse_time("03/08/19")->order == DateOrder::either);
    CHECK(parse_time("13/08/19")->order == DateOrder::day_first);
    CHECK(parse_time("08/13/19")->order == DateOrder::month_first);
    CHECK(parse_time("2019-08-03")->order == DateOrder::clear);
    CHECK(to_iso(swap_day_and_month(parse_time("03/08/19 20:25")->seconds)) ==
          "2019-03-08T20:25:00Z");
}

TEST_CASE("what is no day of the calendar is nothing") {
    for (const char* text : {"", "soon", "2026-13-01", "2026-02-30", "2025-02-29", "13/13/19",
                             "2026-05-03T25:00", "2026-05-03T09:60", "2026-05-03x", "1234",
                             "20261301", "0000-01-01", "2026-05-03 09", "03/08/19 13:00 PM"})
        CHECK(iso_of(text) == "nothing");
}
