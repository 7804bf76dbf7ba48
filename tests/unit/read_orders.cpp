#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

/// What the report tells of one reason; no lines where it does not have it.
LeftOut left_out(const Orders& orders, std::string_view reason) {
    for (const LeftOut& some : orders.report.left_out)
        if (some.reason == reason)
            return some;
    return {};
}

}  // namespace

TEST_CASE("lines of one order make one basket, wherever they stand") {
    const Orders orders = read_text("order_id,product_id\n1,A\n2,B\n1,C\n2,A\n");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "A C");
    CHECK(basket_of(orders, 1) == "A B");
    CHECK(orders.ordered_products == 3);
}

TEST_CASE("an order may go on in another file") {
    OrdersReader reader;
    for (const char* text : {"order_id,product_id\n1,A\n2,B\n", "product_id;order_id\nC;1\n"}) {
        reader.begin_file("orders.csv");
        reader.feed(text);
        reader.end_file();
    }
    const Orders orders = reader.finish();
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "A C");
}

TEST_CASE("the same line twice counts once") {
    const Orders orders = read_text("order_id,product_id\n1,A\n1,A\n1,B\n");
    CHECK(basket_of(orders, 0) == "A B");
    CHECK(orders.report.lines == 3);
    CHECK(orders.report.lines_used == 3);
}

TEST_CASE("ids are text: leading zeros, quotes, commas and emoji are kept") {
    const Orders orders =
        read_text("order_id,product_id\n007,0012\n007,\"7\"\" frame, oak\"\n7, 🧦 \n007,12\n");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "0012 7\" frame, oak 12");
    CHECK(basket_of(orders, 1) == "🧦");
}

TEST_CASE("a basket of 10,000 lines is kept") {
    std::string text = "order_id,product_id\n";
    for (int i = 0; i < 10'000; ++i)
        text += "1,P" + std::to_string(i) + '\n';
    const Orders orders = read_text(text);
    CHECK(orders.size() == 1);
    CHECK(orders.basket(0).size() == 10'000);
}

TEST_CASE("lines with nothing sold or nothing named are left out with reason and example") {
    const Orders orders = read_text(
        "order_id,product_id,qty,price\n1,A,1,2\n1,B,0,2\n1,C,-1,2\n1,D,1,0.00\n,E,1,2\n2,,1,2\n");
    REQUIRE(orders.size() == 1);
    CHECK(basket_of(orders, 0) == "A");
    CHECK(orders.report.lines == 6);
    CHECK(orders.report.lines_used == 1);
    CHECK(left_out(orders, "quantity of zero or less").lines == 2);
    CHECK(left_out(orders, "quantity of zero or less").example == "orders.csv:3: \"0\"");
    CHECK(left_out(orders, "price of zero or less").example == "orders.csv:5: \"0.00\"");
    CHECK(left_out(orders, "no order id").example == "orders.csv:6: \"E\"");
    CHECK(left_out(orders, "no product id").example == "orders.csv:7: \"2\"");
}

TEST_CASE("an empty cell is unknown and leaves nothing out") {
    const Orders orders =
        read_text("order_id,product_id,qty,price,timestamp,customer_id\n1,A,,,,\n1,B,NULL,nan,,\n");
    CHECK(basket_of(orders, 0) == "A B");
    CHECK(orders.products[0].price_minor == kNoPrice);
    CHECK(orders.time[0] == kNoTime);
    CHECK(orders.customer[0] == kNoCustomer);
}

TEST_CASE("a product has its most frequent title, its median price and its earliest order") {
    const Orders orders = read_text(
        "order_id,product_id,title,price,timestamp,currency\n"
        "1,A,Mug,9.90,2026-05-03,EUR\n2,A,Big mug,8.90,2026-05-01,EUR\n"
        "3,A,Big mug,19.90,2026-05-02,EUR\n3,B,,,2026-05-02,\n");
    CHECK(orders.products[0].title == "Big mug");
    CHECK(orders.products[0].price_minor == 990);
    CHECK(orders.products[0].first_seen == orders.time[1]);
    CHECK(orders.products[1].title.empty());
    CHECK(orders.currency == "EUR");
}

TEST_CASE("of two equally frequent titles the first one stays") {
    CHECK(read_text("order_id,sku,title\n1,A,Cup\n2,A,Mug\n").products[0].title == "Cup");
}

TEST_CASE("prices are in minor units of the currency, and another currency's are not learned") {
    const Orders orders =
        read_text("order_id,product_id,price,currency\n1,A,1000,JPY\n2,A,7.50,EUR\n3,A,7.50,EUR\n");
    CHECK(orders.currency == "JPY");
    CHECK(orders.exponent == 0);
    CHECK(orders.products[0].price_minor == 1000);
    CHECK(orders.report.notes ==
          std::vector<std::string>{"2 prices in another currency than JPY were not learned"});
}

TEST_CASE("customers are numbers, by first sight") {
    const Orders orders = read_text(
        "order_id,product_id,customer_id\n1,A,ann@example.org\n2,A,\n3,A,bob\n4,A,ann@example."
        "org\n");
    CHECK(orders.customer == std::vector<std::uint32_t>{0, kNoCustomer, 1, 0});
}

TEST_CASE("one date over 12 tells for its file whether the day comes first") {
    const std::string head = "order_id,product_id,date\n";
    const auto first_time = [&](const std::string& lines) {
        return read_text(head + lines).time[0];
    };
    const std::int64_t march_4 = 1741046400;
    const std::int64_t april_3 = 1743638400;
    CHECK(first_time("1,A,03/04/2025\n2,A,13/04/2025\n") == april_3);
    CHECK(first_time("1,A,03/04/2025\n2,A,04/13/2025\n") == march_4);

    const Orders open = read_text(head + "1,A,03/04/2025\n");
    CHECK(open.time[0] == april_3);
    CHECK(
        open.report.notes ==
        std::vector<std::string>{"orders.csv: no date tells day from month; day first was taken"});
    CHECK(fault_of(head + "1,A,13/04/2025\n2,A,04/13/2025\n") ==
          "orders.csv:3: the date \"04/13/2025\" does not fit line 2, which has day and month the "
          "other way round");
}
