#include "config/config.h"

#include "read/cart.h"
#include "read/data_error.h"
#include "unit/catch.h"

using namespace goeswith;

namespace {

std::string first_place(const std::string& text) {
    const ConfigResult result = read_config(text);
    return result.mistakes.empty() ? "" : result.mistakes[0].place;
}

}  // namespace

TEST_CASE("a sound configuration is read without a mistake") {
    const ConfigResult result = read_config(R"({
        "currency": "EUR",
        "goals": [{"reward": "free-shipping", "basis": "before",
                   "amount": {"EUR": "4.35", "JPY": 5000, "KWD": "1.250", "USD": 4.35}}]})");
    CHECK(result.mistakes.empty());
    REQUIRE(result.config.goals.size() == 1);
    const GoalConfig& goal = result.config.goals[0];
    CHECK(result.config.currency == "EUR");
    CHECK_FALSE(goal.after_discounts);
    CHECK(goal.amount.at("EUR") == 435);
    CHECK(goal.amount.at("USD") == 435);  // 4.35 x 100 is 434.99... in floats
    CHECK(goal.amount.at("JPY") == 5000);
    CHECK(goal.amount.at("KWD") == 1250);
}

TEST_CASE("each mistake in a configuration is told with its place") {
    CHECK(first_place("{\n\"goals\": [\n}") == "line 3");
    CHECK(first_place("[]") == "the whole file");
    CHECK(first_place(R"({"gaols": []})") == "gaols");
    CHECK(first_place(R"({"currency": "euro"})") == "currency");
    CHECK(first_place(R"({"goals": {}})") == "goals");
    CHECK(first_place(R"({"goals": [7]})") == "goals[0]");
    CHECK(first_place(R"({"goals": [{"reward": "a boat", "amount": {"EUR": "5"}}]})") ==
          "goals[0].reward");
    CHECK(first_place(R"({"goals": [{"reward": "free-shipping"}]})") == "goals[0].amount");
    for (const char* amount : {"\"-5\"", "\"0\"", "0", "\"5,00\"", "\"5.001\"", "\"1e3\"", "\"\"",
                               "null", "true", "\"5.\"", "\"9999999999999999\""})
        CHECK(first_place(
                  std::string(R"({"goals": [{"reward": "free-shipping", "amount": {"EUR": )") +
                  amount + "}}]}") == "goals[0].amount.EUR");
    CHECK(first_place(
              R"({"goals": [{"reward": "free-shipping", "amount": {"EUR": 5}, "bases": 1}]})") ==
          "goals[0].bases");
}

TEST_CASE("a wrong goal is left out and the sound ones stay") {
    const ConfigResult result = read_config(R"({"goals": [
        {"reward": "free-shipping", "amount": {"EUR": "x"}},
        {"reward": "free-shipping", "amount": {"EUR": "30", "usd": "30"}}]})");
    CHECK(result.mistakes.size() == 2);
    REQUIRE(result.config.goals.size() == 1);
    CHECK(result.config.goals[0].amount.size() == 1);
}

TEST_CASE("a cart is read as the adapters give it") {
    const CartFile cart = read_cart(R"({"platform": "shopify", "currency": "EUR", "exponent": 2,
        "lines": [{"productId": "7001", "lineMinor": 4900},
                  {"productId": "9", "lineMinor": 2500, "giftCard": true}],
        "discountMinor": 500, "freeShippingNow": null})",
                                    "cart.json");
    CHECK(cart.currency == "EUR");
    REQUIRE(cart.lines.size() == 2);
    CHECK(cart.lines[0].amount_minor == 4900);
    CHECK(cart.lines[1].gift_card);
    CHECK(cart.discounts_minor == 500);
    CHECK_FALSE(cart.free_shipping_now.has_value());
}

TEST_CASE("a cart with a wrong amount is refused with the file's name") {
    for (const char* text :
         {"", "[]", "{}", R"({"currency": "EUR"})", R"({"currency": "EUR", "lines": [1]})",
          R"({"currency": "EUR", "lines": [{"lineMinor": 4.5}]})",
          R"({"currency": "EUR", "lines": [{"lineMinor": -1}]})",
          R"({"currency": "EUR", "lines": [], "discountMinor": "5"})"}) {
        INFO(text);
        CHECK_THROWS_AS(read_cart(text, "cart.json"), DataError);
    }
}
