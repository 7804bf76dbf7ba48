// What each platform's catalogue says, by small invented ones in tests/data/read, and how the
// products of orders find themselves in them.

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

/// A product as "id | title | url | image | price currency | category | brand | parent | tags", and
/// "not for sale" behind it.
std::string picture_of(const Product& product, const std::string& currency) {
    std::string tags;
    for (const std::string& tag : product.tags)
        tags += (tags.empty() ? "" : ",") + tag;
    std::string text = product.id;
    for (const std::string& part :
         {product.title, product.url, product.image,
          product.price_minor == kNoPrice ? "" : std::to_string(product.price_minor) + currency,
          product.category, product.brand, product.parent, tags})
        text += " | " + part;
    return text + (product.for_sale ? "" : " | not for sale");
}

std::string products_of(const Orders& orders) {
    std::string text;
    for (const Product& product : orders.products)
        text += picture_of(product, orders.currency) + '\n';
    return text;
}

std::string catalogue_of(const std::string& text, const std::vector<std::size_t>& cuts = {}) {
    Orders orders;
    add_catalogue(orders, text, cuts);
    return products_of(orders);
}

const std::string kShopify =
    "MOKA-3 | Moka 3 cups - Red / Small | /products/moka-3-cups | https://cdn.example/moka.jpg | "
    "2450 | Coffee | Ferro | moka-3-cups | gift,italy\n"
    "MOKA-3B | Moka 3 cups - Blue / Small | /products/moka-3-cups | https://cdn.example/blue.jpg | "
    "2550 | Coffee | Ferro | moka-3-cups | gift,italy\n"
    "filters | Paper filters | /products/filters | https://cdn.example/filters.jpg | 310 | Filters "
    "| Ferro |  | \n"
    "POT-1 | Old pot | /products/old-pot |  | 4000 | Coffee | Ferro |  |  | not for sale\n";

}  // namespace

TEST_CASE("Shopify: rows of one handle are one product with variants, by either header") {
    CHECK(catalogue_of(sample("shopify_products.csv")) == kShopify);
    CHECK(catalogue_of(sample("shopify_products_new.csv")) == kShopify);
}

TEST_CASE("Shopify: what a piece costs gives the margin") {
    Orders orders;
    add_catalogue(orders, sample("shopify_products.csv"));
    CHECK(orders.products[0].margin_percent == 50);
    CHECK(orders.products[2].margin_percent == -1);
}

TEST_CASE("WooCommerce: variations, the lower of two prices, and what is sold out") {
    CHECK(catalogue_of(sample("woocommerce_products.csv")) ==
          "38 | Moka, 3 cups |  | https://shop.example/moka.jpg |  | Coffee |  |  | italy,gift\n"
          "41 | Moka, 3 cups - Red |  | https://shop.example/red.jpg | 2450 |  |  | id:38 | \n"
          "42 | Moka, 3 cups - Blue |  |  | 2550 |  |  | id:38 |  | not for sale\n"
          "50 | Olive oil & lemon |  |  | 1800 | Food |  |  | \n"
          "51 | Mug |  |  | 990 | Kitchen |  |  |  | not for sale\n");
}

TEST_CASE("Google Merchant: a table's items are variants, with the price that holds today") {
    CHECK(catalogue_of(sample("google.tsv")) ==
          "41 | Moka 3 cups - Red | https://shop.example/products/moka-3-cups?variant=41 | "
          "https://cdn.example/moka.jpg | 2450EUR | Coffee | Ferro | 7001 | \n"
          "42 | Moka 3 cups - Blue | https://shop.example/products/moka-3-cups?variant=42 | "
          "https://cdn.example/blue.jpg | 2550EUR | Coffee | Ferro | 7001 |  | not for sale\n"
          "FILT-3 | Paper filters | https://shop.example/products/filters | "
          "https://cdn.example/filters.jpg | 310EUR | Kitchen | Ferro |  | \n");
}

TEST_CASE("Google Merchant: items of RSS and entries of Atom are read, and nothing beside them") {
    CHECK(
        catalogue_of(sample("google_rss.xml")) ==
        "MOKA-3 | Moka 3 cups <red> & new | "
        "https://shop.example/products/moka-3-cups?variant=41&ref=feed | "
        "https://cdn.example/moka.jpg | 2450EUR | Coffee | Ferró | 7001 | \n"
        "FILT-3 | Paper filters | https://shop.example/products/filters |  | 310EUR |  |  |  |  | "
        "not for sale\n");
    CHECK(
        catalogue_of(sample("google_atom.xml")) ==
        "MOKA-3 | Moka 3 cups | https://shop.example/products/moka-3-cups |  | 2450EUR |  |  |  | "
        "\n");
}

TEST_CASE("ACP: variants with amounts in minor units, and a product without any") {
    CHECK(catalogue_of(sample("acp.json")) ==
          "MOKA-3 | Moka 3 cups - \"Red\" | https://shop.example/products/moka-3-cups | "
          "https://cdn.example/moka.jpg | 2450EUR |  |  | 7001 | \n"
          "MOKA-3B | Moka 3 cups - Blue | https://shop.example/products/moka-3-cups | "
          "https://cdn.example/moka.jpg | 2550EUR |  |  | 7001 |  | not for sale\n"
          "FILT-3 | Paper filters |  |  | 310EUR |  |  |  | \n");
}

TEST_CASE("wherever a catalogue is cut in two pieces, the same comes out") {
    for (const char* name :
         {"shopify_products.csv", "shopify_products_new.csv", "woocommerce_products.csv",
          "google.tsv", "google_rss.xml", "google_atom.xml", "acp.json"}) {
        const std::string text = sample(name);
        const std::string whole = catalogue_of(text);
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            if (catalogue_of(text, {cut}) != whole)
                FAIL(name << " cut at " << cut);
    }
}

TEST_CASE("orders and catalogue are joined by SKU, else by name, and the report counts them") {
    Orders orders = read_text(sample("shopify_orders.csv"));
    add_catalogue(orders, sample("shopify_products.csv"));
    REQUIRE(orders.report.joined);
    CHECK(*orders.report.joined == Joined{0, 1, 1, 1});
    REQUIRE(orders.ordered_products == 3);
    CHECK(basket_of(orders, 0) == "MOKA-3 filters");
    CHECK(orders.products[0].url == "/products/moka-3-cups");
    CHECK(orders.products[1].url == "/products/filters");
    CHECK(orders.products[1].first_seen == 1785803062);
    CHECK(orders.report.notes ==
          std::vector<std::string>{"catalogue.csv: of the products of the orders 0 were found by "
                                   "id, 1 by SKU, 1 by name, 1 not at all (such as \"MUG-W\")"});
    // The catalogue's other two products were never ordered.
    CHECK(orders.products.size() == 5);
}

TEST_CASE("orders that know names alone find variations, without regard to case and entities") {
    Orders orders = read_text(sample("woocommerce_analytics.csv"));
    add_catalogue(orders, sample("woocommerce_products.csv"));
    CHECK(*orders.report.joined == Joined{0, 0, 3, 0});
    CHECK(basket_of(orders, 0) == "41 50");
    CHECK(basket_of(orders, 1) == "51");
}

TEST_CASE("a product that orders call by SKU and by name is one product") {
    Orders orders = read_text(
        "order_id,product_id,title,timestamp\n"
        "1,Mug,Mug,2026-01-01\n1,FILT,Filters,2026-01-01\n"
        "2,MUG-W,Mug,2026-02-01\n2,Mug,Mug,2026-02-01\n3,MUG-W,Mug,2026-03-01\n");
    add_catalogue(orders, "id,sku,title\n7,MUG-W,mug\n8,FILT,Filters\n9,NEW,New\n");
    CHECK(*orders.report.joined == Joined{0, 2, 1, 0});
    CHECK(orders.ordered_products == 2);
    CHECK(basket_of(orders, 0) == "FILT MUG-W");
    CHECK(basket_of(orders, 1) == "MUG-W");
    CHECK(basket_of(orders, 2) == "MUG-W");
    CHECK(orders.lines.size() == 4);
    CHECK(orders.products[1].first_seen == 1767225600);
    CHECK(orders.products[2].id == "9");
}

TEST_CASE("a name that several products have joins none, unless they are variants of one") {
    const std::string orders_text = "order_id,title\n1,Mug\n";
    Orders unsure = read_text(orders_text);
    add_catalogue(unsure, "id,title\nA,Mug\nB,Mug\n");
    CHECK(unsure.report.joined->not_found == 1);
    CHECK(basket_of(unsure, 0) == "Mug");
    Orders sure = read_text(orders_text);
    add_catalogue(sure, "id,title,parent\nA,Mug,M\nB,Mug,M\n");
    CHECK(sure.report.joined->by_name == 1);
    CHECK(basket_of(sure, 0) == "A");
}

TEST_CASE("a second catalogue finds what the first did not") {
    Orders orders = read_text("order_id,title\n1,Mug\n1,Filters\n1,Pot\n");
    add_catalogue(orders, "id,title\nA,Mug\n");
    CatalogueReader reader(orders);
    for (const char* text : {"id,title\nB,Filters\n", "id,title,price\nA,Mug,3\nC,Pot,4\n"}) {
        reader.begin_file("catalogue.csv");
        reader.feed(text);
        reader.end_file();
    }
    CHECK(basket_of(orders, 0) == "A B C");
    CHECK(orders.products.size() == 3);
    CHECK(orders.products[0].price_minor == 300);
}

TEST_CASE("faults of a feed have their line") {
    CHECK(fault_of_catalogue("Handle,Title,Variant SKU\n,Mug,A\n") ==
          "catalogue.csv:2: the product has no handle");
    CHECK(fault_of_catalogue("id\ttitle\tlink\tavailability\tprice\nA\tMug\t/a\t\tcheap\n") ==
          "catalogue.csv:2: the price \"cheap\" is not a price");
    CHECK(fault_of_catalogue("{\"products\":[\n{\"id\":\"A\",\"price\":{\"amount\":24.5}}]}") ==
          "catalogue.csv:2: the price is not an amount in whole minor units with a currency, such "
          "as {\"amount\":2450,\"currency\":\"EUR\"}");
    CHECK(fault_of_catalogue("{\"products\":[\n{\"title\":\"A\"}]}") ==
          "catalogue.csv:2: the product has no id");
    CHECK(fault_of_catalogue("{\"products\":[{\"id\":\"A\"}") ==
          "catalogue.csv:1: the JSON ends in the middle: the file is cut off");
    CHECK(fault_of_catalogue("{\"products\":[{\"id\" \"A\"}]}") ==
          "catalogue.csv:1: not a JSON object: \"{\"id\" \"A\"}\"");
    CHECK(fault_of_catalogue("{\"items\":[]}") ==
          "catalogue.csv:1: the JSON has no list of \"products\"");
    CHECK(fault_of_catalogue("{}}") ==
          "catalogue.csv:1: a bracket is closed that was not opened: the file is no JSON");
    CHECK(fault_of_catalogue("{\"products\":[]}") ==
          "catalogue.csv:1: the catalogue has no products");
    CHECK(fault_of_catalogue("<rss><channel/></rss>") ==
          "catalogue.csv:1: the XML has no <item> and no <entry>: it is no Merchant feed");
    CHECK(fault_of_catalogue("\n<html><body>404</body></html>") ==
          "catalogue.csv:2: a web page, not a feed: is the address right?");
}
