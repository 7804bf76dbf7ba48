#include "read/catalogue.h"

#include <sstream>

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

void merge(Orders& orders, std::string_view text) {
    add_catalogue(orders, text);
}

Orders two_mugs() {
    return read_text(
        "order_id,product_id,title,price,currency,timestamp\n"
        "1,A,mug,9.90,EUR,2026-05-03\n1,B,big mug,12,EUR,2026-05-03\n");
}

}  // namespace

TEST_CASE("what the catalogue tells wins, and what it leaves empty stays") {
    Orders orders = two_mugs();
    merge(orders,
          "id,title,url,image,price,currency,category,brand,first_seen\n"
          "A,\"Mug, white\",/a,/a.jpg,8.50,EUR,Kitchen,Ferro,2025-01-02\nB,,,,,,,,\n");
    const Product& mug = orders.products[0];
    CHECK(mug.title == "Mug, white");
    CHECK(mug.url == "/a");
    CHECK(mug.image == "/a.jpg");
    CHECK(mug.category == "Kitchen");
    CHECK(mug.brand == "Ferro");
    CHECK(mug.price_minor == 850);
    CHECK(mug.first_seen == 1735776000);
    CHECK(orders.products[1].title == "big mug");
    CHECK(orders.products[1].price_minor == 1200);
}

TEST_CASE("tags, parents and margins are read, and written as they were") {
    Orders orders = two_mugs();
    merge(orders,
          "id,tags,item_group_id,margin,price,cost per item\n"
          "A,\" gift , blue,,gift wrap\",MUG,35 %,8.50,\nB,,MUG,,10,7.50\n");
    CHECK(orders.products[0].tags == std::vector<std::string>{"gift", "blue", "gift wrap"});
    CHECK(orders.products[0].parent == "MUG");
    CHECK(orders.products[0].margin_percent == 35);
    CHECK(orders.products[1].tags.empty());
    CHECK(orders.products[1].margin_percent == 25);
    std::ostringstream written;
    write_catalogue(orders, written);
    Orders again = two_mugs();
    merge(again, written.str());
    CHECK(again.products[0].tags == orders.products[0].tags);
    CHECK(again.products[1].margin_percent == 25);
    CHECK(fault_of_catalogue("id,margin\nA,101\n") ==
          "catalogue.csv:2: the margin \"101\" is not a percentage from 0 to 100");
}

TEST_CASE("products that were never ordered stand behind those that were") {
    Orders orders = two_mugs();
    merge(orders, "sku;name;price\nNEW;New mug;7,50\nA;Mug;\n");
    REQUIRE(orders.products.size() == 3);
    CHECK(orders.ordered_products == 2);
    CHECK(orders.products[2].id == "NEW");
    CHECK(orders.products[2].price_minor == 750);
    CHECK(orders.products[0].title == "Mug");
}

TEST_CASE("prices of the orders are forgotten where the catalogue has another currency") {
    Orders orders = two_mugs();
    merge(orders, "id,price\nA,1200 JPY\n");
    CHECK(orders.currency == "JPY");
    CHECK(orders.exponent == 0);
    CHECK(orders.products[0].price_minor == 1200);
    CHECK(orders.products[1].price_minor == kNoPrice);
}

TEST_CASE("prices of which nobody told the currency are in the catalogue's") {
    Orders orders = read_text("order_id,product_id,price\n1,A,5\n1,B,1000\n");
    merge(orders, "id,price,currency\nA,6,JPY\n");
    CHECK(orders.products[0].price_minor == 6);
    CHECK(orders.products[1].price_minor == 1000);
}

TEST_CASE("a catalogue that was written reads back as it was") {
    Orders orders = read_text(
        "order_id,product_id,title,price,currency,timestamp\n"
        "1,\"0,07\",\"say \"\"mug\"\"\",0.05,EUR,2026-05-03\n1,🧦,socks; wool,,,\n");
    std::ostringstream first;
    write_catalogue(orders, first);
    CHECK(first.str() ==
          "id,title,url,image,price,currency,category,brand,first_seen,tags,parent,margin,"
          "availability\n"
          "\"0,07\",\"say \"\"mug\"\"\",,,0.05,EUR,,,2026-05-03T00:00:00Z,,,,\n"
          "🧦,\"socks; wool\",,,,,,,2026-05-03T00:00:00Z,,,,\n");
    const std::string before = picture_of(orders);
    merge(orders, first.str());
    CHECK(picture_of(orders) == before);
}

TEST_CASE("faults of a catalogue have their place") {
    CHECK(fault_of_catalogue("") == "catalogue.csv:1: the catalogue has no products");
    CHECK(fault_of_catalogue("id,title\n") == "catalogue.csv:1: the catalogue has no products");
    CHECK(fault_of_catalogue("title,price\nMug,2\n") ==
          "catalogue.csv:1: the header has no column for the product, such as id");
    CHECK(fault_of_catalogue("id,price\nA,cheap\n") ==
          "catalogue.csv:2: the price \"cheap\" is not a price");
    CHECK(fault_of_catalogue("id,title\n,Mug\n") == "catalogue.csv:2: the product has no id");
    CHECK(fault_of_catalogue("id,first_seen\nA,soon\n") ==
          "catalogue.csv:2: \"soon\" is not a date");
}
