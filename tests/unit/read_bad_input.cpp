#include "catch.h"
#include "read_help.h"

using namespace goeswith;

TEST_CASE("an empty file is a fault") {
    for (const char* text : {"", "\xEF\xBB\xBF", "\n\r\n  \n"})
        CHECK(fault_of(text) == "orders.csv:1: the file is empty");
}

TEST_CASE("a header without a line under it is a fault") {
    CHECK(fault_of("order_id,product_id\n") == "orders.csv:1: the file has no orders");
}

TEST_CASE("a header that lacks a column is a fault that names it") {
    CHECK(fault_of("order_id,qty\n1,2\n") ==
          "orders.csv:1: the header has a column \"order_id\" but none for the product, such as "
          "product_id");
    CHECK(fault_of("id,title,price\n1,Mug,2\n") ==
          "orders.csv:1: the header has a column \"title\" but none for the order, such as "
          "order_id");
}

TEST_CASE("lines without a header and web pages are not taken for baskets") {
    const std::string neither =
        "orders.csv:1: the first line is neither a header that is known nor a basket of product "
        "names: name the columns, order_id and product_id at least";
    CHECK(fault_of("1001,MUG,2,2026-05-03\n") == neither);
    CHECK(fault_of("<!DOCTYPE html>\n<title>404</title>\n") == neither);
}

TEST_CASE("text where a number belongs is a fault with its line") {
    const std::string head = "order_id,product_id,qty,price,timestamp\n1,A,1,2,2026-05-03\n";
    CHECK(fault_of(head + "1,B,two,2,\n") == "orders.csv:3: the quantity \"two\" is not a number");
    CHECK(fault_of(head + "1,B,1,free,\n") == "orders.csv:3: the price \"free\" is not a number");
    CHECK(fault_of(head + "1,B,1,2,soon\n") ==
          "orders.csv:3: the timestamp \"soon\" is not a date");
}

TEST_CASE("a quote that is never closed is a fault where it was opened") {
    CHECK(fault_of("order_id,product_id\n1,A\n2,\"B\n3,C\n4,D\n") ==
          "orders.csv:3: a quote is opened here and never closed");
}

TEST_CASE("a NUL byte is a fault with its line") {
    const std::string text("order_id,product_id\n1,A\n2,B\0\n", 28);
    CHECK(fault_of(text) ==
          "orders.csv:3: a NUL byte: the file is not text in UTF-8 or Windows-1252");
}

TEST_CASE("a line of 10 MB is a fault, and so is a quote that swallows as much") {
    const std::string much(10'000'000, 'x');
    CHECK(fault_of("order_id,product_id\n1,A\n2," + much + "\n") ==
          "orders.csv:3: the line is longer than 4 MiB");
    CHECK(fault_of("order_id,product_id\n1,A\n2,\"" + much + "\n") ==
          "orders.csv:3: a quote is opened here and not closed within 4 MiB");
    CHECK(fault_of(much) == "orders.csv:1: the line is longer than 4 MiB");
    CHECK(fault_of(std::string(10'000'000, ',')) == "orders.csv:1: the line is longer than 4 MiB");
    CHECK(fault_of("{\"order_id\":\"" + much) ==
          "orders.csv:1: the line is longer than 4 MiB: one order a line is expected");
}

TEST_CASE("more fields than columns are a fault, and empty ones at the end are not") {
    CHECK(fault_of("order_id,title\n1,Mug, white\n") ==
          "orders.csv:2: 3 fields under a header of 2: is a field with a delimiter in it not in "
          "quotes?");
    CHECK(fault_of("order_id,title\n1,Mug,,\n").empty());
}

TEST_CASE("JSON that is none, or of another shape, is a fault with its line") {
    const std::string head = "{\"order_id\":1,\"product_id\":\"A\"}\n";
    CHECK(fault_of(head + "{\"order_id\":2,\n") ==
          "orders.csv:2: not a JSON object: \"{\"order_id\":2,\"");
    CHECK(fault_of(head + "[1]\n") == "orders.csv:2: not a JSON object: \"[1]\"");
    CHECK(fault_of(head + "{\"order_id\":{},\"product_id\":1}\n") ==
          "orders.csv:2: the value of \"order_id\" is neither text nor a number");
    CHECK(fault_of(head + "{\"order_id\":1,\"items\":3}\n") ==
          "orders.csv:2: \"items\" is not a list");
    CHECK(fault_of("[{\"order_id\":1}]") ==
          "orders.csv:1: a JSON list; one JSON object a line is expected");
}

TEST_CASE("a file of which nothing can be used says why") {
    CHECK(fault_of("order_id,product_id,qty\n1,A,0\n2,B,-1\n") ==
          "orders.csv: no order line can be used; left out: quantity of zero or less, as in "
          "orders.csv:2: \"0\"");
}
