// What each platform's export of orders says, by small invented ones in tests/data/read.

#include <map>

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

std::map<std::string, std::uint64_t> left_out_of(const Orders& orders) {
    std::map<std::string, std::uint64_t> lines;
    for (const LeftOut& some : orders.report.left_out)
        lines[some.reason] = some.lines;
    return lines;
}

Orders read_kept(const std::string& text, const std::vector<std::string>& keep) {
    ReadOptions options;
    options.keep = keep;
    OrdersReader reader(std::move(options));
    reader.begin_file("orders.csv");
    reader.feed(text);
    reader.end_file();
    return reader.finish();
}

const Product& product_of(const Orders& orders, const std::string& id) {
    for (const Product& product : orders.products)
        if (product.id == id)
            return product;
    FAIL("there is no product " << id);
    return orders.products[0];
}

}  // namespace

TEST_CASE("Shopify: an order's cells stand on its first row and hold for all of them") {
    const Orders orders = read_text(sample("shopify_orders.csv"));
    CHECK(orders.report.format == "shopify");
    REQUIRE(orders.size() == 3);
    CHECK(basket_of(orders, 0) == "MOKA-3 Paper filters");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(basket_of(orders, 2) == "MOKA-3");
    CHECK(orders.time[0] == 1785803062);  // 00:24:22 UTC
    CHECK(orders.time[2] == 1786082400);
    CHECK(orders.customer == std::vector<std::uint32_t>{0, 0, kNoCustomer});
    CHECK(orders.currency == "EUR");
    CHECK(product_of(orders, "Paper filters").price_minor == 310);
    CHECK(product_of(orders, "MOKA-3").title == "Moka 3 cups - Red");
    CHECK(left_out_of(orders) ==
          std::map<std::string, std::uint64_t>{{"refunded or voided", 2},
                                               {"cancelled", 1},
                                               {"not a product (tip)", 1},
                                               {"price of zero or less", 1}});
}

TEST_CASE("Shopify: an experiment's label on the first row is kept where that row is left out") {
    const Orders orders = read_kept(sample("shopify_orders.csv"), {"Tags"});
    const KeptColumn& tags = orders.kept.at(0);
    REQUIRE(tags.value_of.size() == 3);
    CHECK(tags.values[tags.value_of[0]] == "goeswith: shown, vip");
    CHECK(tags.values[tags.value_of[1]] == "goeswith: hidden");
    CHECK(tags.values[tags.value_of[2]] == "goeswith: shown");
    CHECK(orders.amount_minor == std::vector<std::int64_t>{3070, 990, 2450});
}

TEST_CASE("Matrixify: only line items are lines, whatever other rows an order has") {
    const Orders orders = read_text(sample("matrixify.csv"));
    CHECK(orders.report.format == "matrixify");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "MOKA-3 7002");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(orders.customer == std::vector<std::uint32_t>{0, 0});
    CHECK(left_out_of(orders) ==
          std::map<std::string, std::uint64_t>{{"not a line item (shipping, discount, payment)", 2},
                                               {"cancelled", 1}});
}

TEST_CASE("WooCommerce: products in one cell are counted, and commas in their names are theirs") {
    const Orders orders = read_text(sample("woocommerce_analytics.csv"));
    CHECK(orders.report.format == "woocommerce");
    REQUIRE(orders.size() == 3);
    CHECK(basket_of(orders, 0) == "Moka, 3 cups - Red Olive oil &amp; lemon");
    CHECK(basket_of(orders, 1) == "Mug");
    CHECK(basket_of(orders, 2) == "Moka, 3 cups - Red Mug");
    CHECK(orders.time[0] == 1777799520);
    CHECK(orders.customer == std::vector<std::uint32_t>{kNoCustomer, kNoCustomer, kNoCustomer});
    CHECK(left_out_of(orders) == std::map<std::string, std::uint64_t>{
                                     {"not sold (cancelled, refunded, failed, unpaid)", 2},
                                     {"no product with a count, such as 2× Mug", 1}});
}

TEST_CASE("WooCommerce: a plugin's export item by item is read, order cells on the first row too") {
    const Orders orders = read_text(sample("woocommerce_items.csv"));
    CHECK(orders.report.format == "woocommerce-items");
    REQUIRE(orders.size() == 3);
    CHECK(basket_of(orders, 0) == "MOKA-3 39");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(basket_of(orders, 2) == "39");
    CHECK(orders.customer == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(product_of(orders, "39").title == "Paper filters");
}

TEST_CASE("PrestaShop: valid orders count, and combinations of a product are that product") {
    const Orders orders = read_text(sample("prestashop.csv"));
    CHECK(orders.report.format == "prestashop");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "12 13");
    CHECK(product_of(orders, "12").title == "Mug; white");
    CHECK(product_of(orders, "12").price_minor == 990);
    CHECK(orders.customer == std::vector<std::uint32_t>{0, 0});
    CHECK(left_out_of(orders) ==
          std::map<std::string, std::uint64_t>{{"not valid (cancelled or never paid)", 1}});
}

TEST_CASE("Magento: a configurable product and the simple one below it are bought once") {
    const Orders orders = read_text(sample("magento.csv"));
    CHECK(orders.report.format == "magento");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "12 13");
    CHECK(basket_of(orders, 1) == "13");
    CHECK(orders.customer == std::vector<std::uint32_t>{0, kNoCustomer});
    CHECK(left_out_of(orders) ==
          std::map<std::string, std::uint64_t>{{"part of the item above it", 1},
                                               {"not sold (canceled, closed, unpaid)", 1}});
}

TEST_CASE("GA4: purchases are orders, once each, and what is not set is not known") {
    const Orders orders = read_kept(sample("ga4.jsonl"), {"offers"});
    CHECK(orders.report.format == "ga4");
    REQUIRE(orders.size() == 2);
    CHECK(basket_of(orders, 0) == "MOKA-3 Paper filters");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(orders.time[0] == 1777792320);
    CHECK(orders.currency == "EUR");
    CHECK(orders.products[0].price_minor == 2450);
    CHECK(product_of(orders, "MUG-W").title.empty());
    CHECK(orders.kept[0].values[orders.kept[0].value_of[0]] == "shown");
    CHECK(orders.amount_minor[0] == 3070);
    CHECK(left_out_of(orders) ==
          std::map<std::string, std::uint64_t>{{"an event that is no purchase", 1},
                                               {"a purchase that was told before", 1},
                                               {"a purchase without a transaction id", 1}});
}

TEST_CASE("GA4: a purchase that stands in two exports counts once") {
    OrdersReader reader;
    for (const char* name : {"a.jsonl", "b.jsonl"}) {
        reader.begin_file(name);
        reader.feed(sample("ga4.jsonl"));
        reader.end_file();
    }
    CHECK(reader.finish().size() == 2);
}

TEST_CASE("nothing of what names a shopper leaves the reader") {
    for (const char* name :
         {"shopify_orders.csv", "matrixify.csv", "woocommerce_analytics.csv",
          "woocommerce_items.csv", "prestashop.csv", "magento.csv", "ga4.jsonl"}) {
        const std::string told = picture_of(read_text(sample(name)));
        for (const char* personal : {"Ada", "ada@", "bob", "Bob", "Road", "+44", "11.22"})
            if (told.find(personal) != std::string::npos)
                FAIL(name << " tells " << personal << ":\n" << told);
    }
}

TEST_CASE("wherever a platform's export is cut in two pieces, the same comes out") {
    for (const char* name :
         {"shopify_orders.csv", "matrixify.csv", "woocommerce_analytics.csv",
          "woocommerce_items.csv", "prestashop.csv", "magento.csv", "ga4.jsonl"}) {
        const std::string text = sample(name);
        const std::string whole = picture_of(read_text(text));
        for (std::size_t cut = 0; cut <= text.size(); cut += 7)
            if (picture_of(read_text(text, {cut})) != whole)
                FAIL(name << " cut at " << cut);
    }
}

TEST_CASE("a format that is forced on another file says which columns it needs") {
    CHECK(fault_of(sample("prestashop.csv"), "shopify") ==
          "orders.csv:1: the header is not that of the format shopify, which needs Name, Lineitem "
          "name and Lineitem quantity");
    CHECK(read_text(sample("magento.csv"), {}, "canonical").report.format == "canonical");
    CHECK(fault_of("{\"order_id\":1,\"product_id\":\"A\"}\n", "ga4") ==
          "orders.csv:1: the event has no \"event_name\"");
}

TEST_CASE("a catalogue among the orders is told to stand in the wrong place") {
    CHECK(fault_of(sample("shopify_products.csv")) ==
          "orders.csv:1: this is a catalogue (shopify-products), not orders: name it behind "
          "--catalogue");
    CHECK(fault_of(sample("google.tsv")) ==
          "orders.csv:1: this is a catalogue (google), not orders: name it behind --catalogue");
    CHECK(fault_of_catalogue(sample("shopify_orders.csv")) ==
          "catalogue.csv:1: these are orders (shopify), not a catalogue: name the file without "
          "--catalogue");
}

TEST_CASE("a workbook, an archive, a PDF and UTF-16 are told what to become") {
    CHECK(fault_of("PK\x03\x04 and so on") ==
          "orders.csv:1: an Excel workbook or a ZIP archive: save the sheet as CSV (UTF-8), or "
          "unpack it");
    CHECK(fault_of("%PDF-1.7\n") == "orders.csv:1: a PDF: export the data as CSV");
    CHECK(fault_of(std::string("\xFF\xFEo\0r\0", 6)) ==
          "orders.csv:1: text in UTF-16: save it as CSV (UTF-8)");
    CHECK(fault_of_catalogue("\xD0\xCF\x11\xE0 and so on") ==
          "catalogue.csv:1: an Excel workbook: save the sheet as CSV (UTF-8)");
}
