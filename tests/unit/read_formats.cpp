#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

const std::string kOnlineRetail =
    "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
    "489434,85123A,WHITE HANGING HEART,12,2009-12-01 07:45:00,2.55,13085,United Kingdom\n"
    "489434,POST,POSTAGE,1,2009-12-01 07:45:00,18.00,13085,France\n"
    "489435,85123a,WHITE HANGING HEART ,6,2009-12-01 08:00:00,2.95,,United Kingdom\n"
    "489435,\"22041\",\"RECORD FRAME 7\"\" SINGLE\",1,2009-12-01 08:00:00,2.55,,Norway\n"
    "C489449,22041,RECORD FRAME,-12,2009-12-01 10:33:00,2.55,16321,Australia\n"
    "A506401,B,Adjust bad debt,1,2010-04-29 13:36:00,-53594.36,nan,United Kingdom\n"
    "489436,gift_0001_30,nan,1,2009-12-01 09:00:00,30,,United Kingdom\n"
    "489436,DCGS0058,MISO PRETTY GUM,1,2009-12-01 09:00:00,.83,,United Kingdom\n"
    "489437,85123A,damages,-5,2009-12-01 09:00:00,0,,United Kingdom\n";

const std::string kJson =
    "{\"order_id\":\"1001\",\"timestamp\":\"2026-05-03T09:12:00+02:00\",\"customer_id\":\"c7\","
    "\"currency\":\"EUR\",\"items\":[{\"product_id\":\"MOKA-3\",\"qty\":1,\"price\":\"24.50\"},"
    "{\"product_id\":\"FILT-3\",\"qty\":2,\"price\":3.10,\"title\":\"Filters\"}]}\n"
    "\n"
    "{\"order_id\":1002,\"product_id\":\"MUG-W\",\"qty\":1,\"price\":\"9.90\","
    "\"timestamp\":\"2026-05-03\",\"email\":null}\r\n";

}  // namespace

TEST_CASE("Online Retail: cancelled invoices and codes that are no product are left out") {
    const Orders orders = read_text(kOnlineRetail);
    CHECK(orders.report.format == "online-retail");
    REQUIRE(orders.size() == 3);
    CHECK(basket_of(orders, 0) == "85123A");
    CHECK(basket_of(orders, 1) == "85123A 22041");
    CHECK(basket_of(orders, 2) == "DCGS0058");
    CHECK(orders.products[0].title == "WHITE HANGING HEART");
    CHECK(orders.products[0].price_minor == 255);
    CHECK(orders.currency == "GBP");
    CHECK(orders.customer == std::vector<std::uint32_t>{0, kNoCustomer, kNoCustomer});

    std::string reasons;
    for (const LeftOut& some : orders.report.left_out)
        reasons += some.reason + ' ' + std::to_string(some.lines) + "; ";
    CHECK(reasons ==
          "not a product (postage, fees, tests) 2; cancelled 1; adjustment 1; quantity of zero or "
          "less 1; ");
}

TEST_CASE("Online Retail: the first edition's header and its month-first dates are known too") {
    const Orders orders = read_text(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        "536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom\n"
        "536400,71053,WHITE METAL LANTERN,6,12/13/2010 8:26,3.39,17850,United Kingdom\n");
    CHECK(orders.report.format == "online-retail");
    CHECK(orders.time[0] == 1291191960);
    CHECK(orders.report.notes ==
          std::vector<std::string>{"orders.csv: dates have the month first, as line 3 tells"});
}

TEST_CASE("JSON Lines: whole orders and single lines may stand in one file") {
    const Orders orders = read_text(kJson);
    CHECK(orders.report.format == "jsonl");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "MOKA-3 FILT-3");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(orders.products[1].title == "Filters");
    CHECK(orders.products[1].price_minor == 310);
    CHECK(orders.currency == "EUR");
    CHECK(orders.time[0] == 1777792320);
}

TEST_CASE("one basket a line is taken where the first line has no column's name") {
    const Orders orders =
        read_text("citrus fruit,ready soups,margarine\ncoffee\n\ncoffee,citrus fruit ,,coffee\n");
    CHECK(orders.report.format == "baskets");
    REQUIRE(orders.size() == 3);
    CHECK(basket_of(orders, 2) == "citrus fruit coffee");
    CHECK(orders.products[0].title == "citrus fruit");
    CHECK(orders.report.lines == 7);
}

TEST_CASE("a format that is asked for is not looked for") {
    CHECK(read_text("title,product\nA,B\n", {}, "baskets").size() == 2);
    CHECK(fault_of("order,item\n1,A\n", "online-retail") ==
          "orders.csv:1: the header is not that of the format online-retail, which needs Invoice "
          "and StockCode");
    CHECK_THROWS_AS(OrdersReader({"excel", ""}), CallError);
}

TEST_CASE("an export with other names, semicolons and decimal commas is read as it is") {
    const Orders orders = read_text(
        "Order Number;Order Date;Description;Quantity;Unit Price;City\r\n"
        "9;13/08/19 20:25;Plain Papadum;2;1.000,80;Kensington\r\n"
        "9;13/08/19 20:25;Garlic Naan;1;2,95;Kensington\r\n");
    CHECK(orders.report.format == "canonical");
    CHECK(basket_of(orders, 0) == "Plain Papadum Garlic Naan");
    CHECK(orders.products[0].price_minor == 100080);
    CHECK(orders.products[1].title == "Garlic Naan");
    CHECK(orders.time[0] == 1565727900);
}

TEST_CASE("columns that nobody asked for are never read") {
    const Orders orders = read_text("email,order_id,product_id,phone\na@b.example,1,A,+44 1\n");
    CHECK(picture_of(orders).find("example") == std::string::npos);
    CHECK(basket_of(orders, 0) == "A");
}

TEST_CASE("Windows-1252 becomes UTF-8, field by field") {
    const Orders orders = read_text(
        "order_id,product_id,title,price\n1,caf\xE9,Caf\xE9 \x96 large,\xA3"
        "2.50\n"
        "2,café,Café – large,£2.50\n");
    REQUIRE(orders.products.size() == 1);
    CHECK(orders.products[0].id == "café");
    CHECK(orders.products[0].title == "Café – large");
    CHECK(orders.products[0].price_minor == 250);
}

TEST_CASE("control characters in titles and ids become spaces") {
    const Orders orders = read_text(
        "order_id,product_id,title\n1,A\x01"
        "B,\"Two\nlines\"\n");
    CHECK(orders.products[0].id == "A B");
    CHECK(orders.products[0].title == "Two lines");
}

TEST_CASE("wherever a file is cut in two pieces, the same comes out") {
    const std::string baskets = "\xEF\xBB\xBFtea,\"milk, fresh\"\r\n\r\ntea\rcocoa,\"a \"\"b\"\"\"";
    const std::string table =
        "order_id;product_id;price;timestamp\r\n \"1\" ;\"A\r\nB\";1,50;"
        "03/04/25\r2;caf\xE9;;04/13/25\n";
    for (const std::string& text : {kOnlineRetail, kJson, baskets, table}) {
        const std::string whole = picture_of(read_text(text));
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            if (picture_of(read_text(text, {cut})) != whole)
                FAIL("cut at " << cut << " of\n" << text);
        std::vector<std::size_t> every_byte;
        for (std::size_t cut = 1; cut < text.size(); ++cut)
            every_byte.push_back(cut);
        CHECK(picture_of(read_text(text, every_byte)) == whole);
    }
}
