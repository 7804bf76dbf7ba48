#include "read/columns.h"

#include "catch.h"
#include "read/preview.h"
#include "read_help.h"

using namespace goeswith;

namespace {

const std::string kGerman =
    "Bestellnr;Artikel;Bezeichnung;Menge;Preis;Kaufdatum;Kunde;Telefon\n"
    "7;M-1;Tasse;2;9,90;03.05.2026;17;+49 30 0000\n"
    "7;F-1;Filter;1;3,10;03.05.2026;17;+49 30 0000\n"
    "8;M-1;Tasse;1;9,90;14.05.2026;18;+49 30 0000\n";

Orders read_named(const std::string& text, std::string_view columns) {
    ReadOptions options;
    options.columns = parse_columns(columns);
    OrdersReader reader(std::move(options));
    reader.begin_file("orders.csv");
    reader.feed(text);
    reader.end_file();
    return reader.finish();
}

std::string fault_of_named(const std::string& text, std::string_view columns) {
    try {
        read_named(text, columns);
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("columns that are named by hand are read, whatever they are called") {
    const Orders orders = read_named(kGerman,
                                     "order=Bestellnr,product=artikel,title=Bezeichnung,qty=Menge,"
                                     "price=Preis,date=Kaufdatum,customer=Kunde");
    CHECK(orders.report.format == "columns named by hand");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "M-1 F-1");
    CHECK(orders.products[0].title == "Tasse");
    CHECK(orders.products[0].price_minor == 990);
    CHECK(orders.time[1] == 1778716800);
    CHECK(orders.customer == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a product may be named by its title alone, and a column's name may hold a comma") {
    const Orders orders =
        read_named("\"No, order\",What\n1,Mug\n1,Filters\n", "order=No, order,title=What");
    CHECK(basket_of(orders, 0) == "Mug Filters");
}

TEST_CASE("a column that is not there is a fault that names those that are") {
    CHECK(fault_of_named("a,b\n1,2\n", "order=a,product=c") ==
          "orders.csv:1: there is no column \"c\"; there are a, b");
    CHECK(fault_of_named("{\"a\":1}\n", "order=a,product=b") ==
          "orders.csv:1: JSON has no columns to name: --columns is for tables");
}

TEST_CASE("columns that cannot be meant are the caller's fault") {
    const std::string example = "; such as order=Bestellnr,product=Artikel,qty=Menge";
    CHECK(fault_of_named(kGerman, "Bestellnr") ==
          "--columns knows order, product, title, qty, price, date, customer and currency, not "
          "\"Bestellnr\"" +
              example);
    CHECK(fault_of_named(kGerman, "order=Bestellnr") ==
          "--columns has to name the order, and the product or its title" + example);
    CHECK(fault_of_named(kGerman, "order=,product=Artikel") ==
          "--columns has no name behind order=" + example);
    CHECK(fault_of_named(kGerman, "order=a,order=b") == "--columns names order twice");
    ReadOptions both;
    both.format = "shopify";
    both.columns = parse_columns("order=a,product=b");
    CHECK_THROWS_AS(OrdersReader(both), CallError);
}

TEST_CASE("a preview knows every format by how the file begins") {
    const auto seen = [](const char* name) {
        const Preview told = preview(sample(name).substr(0, 700));
        const char* kinds[] = {"orders ", "catalogue ", "table ", "unknown "};
        return kinds[static_cast<int>(told.kind)] + told.format + told.problem;
    };
    CHECK(seen("small.csv") == "orders canonical");
    CHECK(seen("shopify_orders.csv") == "orders shopify");
    CHECK(seen("matrixify.csv") == "orders matrixify");
    CHECK(seen("woocommerce_analytics.csv") == "orders woocommerce");
    CHECK(seen("woocommerce_items.csv") == "orders woocommerce-items");
    CHECK(seen("prestashop.csv") == "orders prestashop");
    CHECK(seen("magento.csv") == "orders magento");
    CHECK(seen("ga4.jsonl") == "orders ga4");
    CHECK(seen("shopify_products.csv") == "catalogue shopify-products");
    CHECK(seen("shopify_products_new.csv") == "catalogue shopify-products");
    CHECK(seen("woocommerce_products.csv") == "catalogue woocommerce-products");
    CHECK(seen("google.tsv") == "catalogue google");
    CHECK(seen("google_rss.xml") == "catalogue google-xml");
    CHECK(seen("google_atom.xml") == "catalogue google-xml");
    CHECK(seen("acp.json") == "catalogue acp");
}

TEST_CASE("a preview shows the first rows and guesses the columns of a table that nobody knows") {
    const Preview table = preview("Beleg,SKU,Qty,Name\n1,M-1,2,Ada\n2,F-1,1,Bob\n2,M-1");
    CHECK(table.kind == Preview::Kind::table);
    CHECK(table.header == std::vector<std::string>{"Beleg", "SKU", "Qty", "Name"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1] == std::vector<std::string>{"2", "F-1", "1", "Bob"});
    CHECK(written_columns(table.columns) == "product=SKU,qty=Qty");
    const Preview baskets = preview("tea,milk\ncocoa\n");
    CHECK(baskets.format == "baskets");
    CHECK(baskets.header.empty());
    REQUIRE(baskets.rows.size() == 2);
    CHECK(baskets.rows[0] == std::vector<std::string>{"tea", "milk"});
}

TEST_CASE("a preview of what cannot be read says why") {
    CHECK(preview("").problem == "the file is empty");
    CHECK(preview("\"\"\n").problem == "the file has no line that tells anything");
    CHECK(preview("PK\x03\x04").problem.find("Excel") != std::string::npos);
    CHECK(preview("\x89PNG\r\n").problem == "a picture: export the data as CSV");
    CHECK(preview("\xFF\xD8\xFF\xE0").problem == "a picture: export the data as CSV");
    CHECK(preview("<!DOCTYPE html><title>404").problem ==
          "a web page or XML that is no Merchant feed");
    CHECK(preview("{\"a\":1}\n").problem ==
          "JSON that holds neither one order a line nor a feed of products");
    CHECK(preview("a,\"b\nc").problem.find("never closed") != std::string::npos);
    CHECK(preview(std::string("a\0b\n", 4)).problem.find("NUL") != std::string::npos);
}
