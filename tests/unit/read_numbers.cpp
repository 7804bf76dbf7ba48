#include "read/numbers.h"

#include "catch.h"
#include "read/currency.h"

using namespace goeswith;

TEST_CASE("decimals are read digit by digit, so that 4.35 is 435 pence and not 434") {
    CHECK(parse_decimal("4.35", 2) == 435);
    CHECK(parse_decimal("4,35", 2) == 435);
    CHECK(parse_decimal("-0.5", 2) == -50);
    CHECK(parse_decimal("+12", 0) == 12);
    CHECK(parse_decimal("2.5", 0) == 3);
    CHECK(parse_decimal(".5", 1) == 5);
    CHECK(parse_decimal("5.", 1) == 50);
    CHECK(parse_decimal("0.12345", 4) == 1235);
    CHECK(parse_decimal("0.12344", 4) == 1234);
}

TEST_CASE("of points and commas the last one is the decimal sign, and repeated ones group") {
    CHECK(parse_decimal("1,234.50", 2) == 123450);
    CHECK(parse_decimal("1.234,50", 2) == 123450);
    CHECK(parse_decimal("1.234.567", 0) == 1234567);
    CHECK(parse_decimal("1,234,567.8", 1) == 12345678);
    CHECK(parse_decimal("1 234,5", 1) == 12345);
    CHECK(parse_decimal("1'234.5", 1) == 12345);
    CHECK(parse_decimal("1,234", 0) == 1234);
    CHECK(parse_decimal("0,234", 3) == 234);
    CHECK(parse_decimal("2.450", 2) == 245);
}

TEST_CASE("what is no number is nothing, and neither is what no counter holds") {
    for (const char* text : {"", "-", "two", "1e3", "1.2x", "0x10", ".", ",", "--1", "1-", "' 1",
                             "9999999999999999", "99999999999999999999999999", "999999999999999.5"})
        CHECK_FALSE(parse_decimal(text, 4));
}

TEST_CASE("a price may carry its currency's code or sign") {
    const auto amount_of = [](std::string_view text) { return parse_price(text)->amount; };
    CHECK(amount_of("24.50") == 245000);
    CHECK(amount_of("24,50 €") == 245000);
    CHECK(amount_of("£2.10") == 21000);
    CHECK(amount_of("\xA3"
                    "2.10") == 21000);  // Windows-1252
    CHECK(amount_of("24.50 EUR") == 245000);
    CHECK(parse_price("24.50 EUR")->currency == "EUR");
    CHECK(parse_price("USD 3")->currency == "USD");
    CHECK(parse_price("24.50")->currency.empty());
    CHECK_FALSE(parse_price("EUR"));
    CHECK_FALSE(parse_price("free"));
    CHECK_FALSE(parse_price("€"));
}

TEST_CASE("minor units follow the currency: none for yen, three for dinars") {
    CHECK(exponent_of("EUR") == 2);
    CHECK(exponent_of("JPY") == 0);
    CHECK(exponent_of("KWD") == 3);
    CHECK(exponent_of("CLF") == 4);
    CHECK(exponent_of("") == 2);
    CHECK(exponent_of("F B") == 2);
    CHECK(to_minor(12345, 2) == 123);
    CHECK(to_minor(12350, 2) == 124);
    CHECK(to_minor(12345, 0) == 1);
    CHECK(to_minor(12345, 4) == 12345);
}
