#include "read/oddities.h"

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

const std::string kHead = "order_id,product_id,title,price,timestamp,customer_id\n";

/// What the warnings are about, "a b".
std::string about(const Orders& orders) {
    std::string all;
    for (const Warning& warning : orders.report.warnings)
        all += (all.empty() ? "" : " ") + warning.about;
    return all;
}

std::string text_of(const Orders& orders, const std::string& wanted) {
    for (const Warning& warning : orders.report.warnings)
        if (warning.about == wanted)
            return warning.text;
    return {};
}

std::string line(int order, const std::string& product, const std::string& title,
                 const std::string& date, const std::string& price = "2",
                 const std::string& customer = {}) {
    return std::to_string(order) + ',' + product + ',' + title + ',' + price + ',' + date + ',' +
           customer + '\n';
}

/// Forty orders of three products in each of these months.
std::string months(const std::vector<std::string>& which) {
    std::string text = kHead;
    int order = 0;
    for (const std::string& month : which)
        for (int i = 0; i < 40; ++i) {
            const std::string day = std::to_string(i % 28 + 1);
            const std::string date = month + (day.size() < 2 ? "-0" : "-") + day;
            text += line(++order, "A" + std::to_string(i % 3), "Mug " + std::to_string(i % 3), date,
                         "2", "c" + std::to_string(i));
        }
    return text;
}

}  // namespace

TEST_CASE("orders that are as they should be raise no warning") {
    CHECK(about(read_text(months({"2026-01", "2026-02", "2026-03"}))).empty());
}

TEST_CASE("an order of 10,000 lines is told, with its id") {
    std::string text = months({"2026-01"});
    for (int i = 0; i < 10000; ++i)
        text += line(9999, "A" + std::to_string(i % 3), "Mug", "2026-01-05");
    const Orders orders = read_text(text);
    CHECK(about(orders) == "large-order");
    CHECK(text_of(orders, "large-order") ==
          "the order \"9999\" has 10000 lines: is it really one order, or is its id not that of an "
          "order?");
}

TEST_CASE("a month without an order between others is told, one at the end is not") {
    const Orders orders = read_text(months({"2025-11", "2025-12", "2026-03", "2026-05"}));
    CHECK(about(orders) == "month-missing month-missing");
    CHECK(text_of(orders, "month-missing") ==
          "there is no order in 2026-01 to 2026-02, and there are before and after: is a file "
          "missing?");
    CHECK(orders.report.warnings[1].text.find("2026-04,") != std::string::npos);
}

TEST_CASE("prices of zero are told where they are not a few") {
    std::string text = months({"2026-01"});
    text += line(99, "A1", "Mug", "2026-01-05", "0");
    text += line(99, "A2", "Mug", "2026-01-05", "1");
    const Orders orders = read_text(text);
    CHECK(about(orders) == "zero-prices");
    CHECK(text_of(orders, "zero-prices") ==
          "1 of 42 lines have a price of zero or less and were left out, as orders.csv:42: \"0\": "
          "are they gifts, or is it the wrong column?");
}

TEST_CASE("ids that change are told, and variants that are sold side by side are not") {
    std::string changed = kHead, variants = kHead;
    for (int product = 0; product < 5; ++product)
        for (int i = 0; i < 6; ++i) {
            const std::string id = std::to_string(product), title = "Mug " + id;
            const std::string date = "2026-01-0" + std::to_string(i + 1);
            changed += line(product * 10 + i, (i < 3 ? "old-" : "new-") + id, title, date);
            variants += line(product * 10 + i, (i % 2 == 0 ? "old-" : "new-") + id, title, date);
        }
    const Orders orders = read_text(changed);
    CHECK(about(orders) == "ids-change");
    CHECK(
        text_of(orders, "ids-change") ==
        "5 of 10 products have the name of another that was not bought any more, as \"Mug 0\" was "
        "\"old-0\" until 2026-01-03 and \"new-0\" from 2026-01-04: do ids change? A product that "
        "keeps its id is learned better");
    CHECK(about(read_text(variants)).empty());
}

TEST_CASE("ids that stand in one order each are told") {
    std::string text = kHead;
    for (int i = 0; i < 200; ++i)
        text += line(i / 2, "L" + std::to_string(i), "", "2026-01-05");
    CHECK(about(read_text(text)) == "ids-once");
}

TEST_CASE("orders without a date, and dates from long ago, are told") {
    std::string text = months({"2026-01"});
    text += line(98, "A1", "Mug", "");
    text += line(99, "A1", "Mug", "1970-01-01");
    const Orders orders = read_text(text);
    CHECK(about(orders) == "dates dates");
    CHECK(orders.report.warnings[0].text ==
          "1 of 42 orders have no date: is it on another line of theirs?");
    CHECK(orders.report.warnings[1].text ==
          "1 orders are from before the year 2000: is the column that of the order's date?");
}

TEST_CASE("one customer with very many orders is told") {
    std::string text = months({"2026-01"});
    for (int i = 0; i < 60; ++i)
        text += line(100 + i, "A1", "Mug 1", "2026-01-05", "2", "guest");
    const Orders orders = read_text(text);
    CHECK(about(orders) == "one-customer");
    CHECK(text_of(orders, "one-customer") ==
          "one customer has 60 of 100 orders: is it an account that all guests share?");
}
