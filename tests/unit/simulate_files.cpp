#include <algorithm>
#include <map>
#include <set>

#include "unit/catch.h"
#include "unit/simulate_help.h"

namespace {

// FNV-1a, to hold bytes that are too many to keep.
std::uint64_t fingerprint(const std::string& text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

bool is_like(const std::string& text, const std::string& pattern) {
    const auto fits = [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; };
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), fits);
}

bool is_price(const std::string& text) {
    return text.size() >= 4 && is_like(text, std::string(text.size() - 3, '0') + ".00") &&
           text != "0.00";
}

}  // namespace

TEST_CASE("the same seed invents the same shop, another seed another one", "[simulate]") {
    const InventedShop shop;
    const InventedShop again;
    const InventedShop other({.seed = 2});
    CHECK(shop.orders_text == again.orders_text);
    CHECK(shop.catalogue_text == again.catalogue_text);
    CHECK(shop.orders_text != other.orders_text);
    CHECK(shop.catalogue_text != other.catalogue_text);
}

TEST_CASE("the demo shop has the same bytes on every platform", "[simulate]") {
    const InventedShop shop;
    // A change of the vocabulary or of a habit changes these too.
    CHECK(fingerprint(shop.catalogue_text) == 0xF7874ABDC435F2ACu);
    CHECK(fingerprint(shop.orders_text) == 0x2F587F461CDF27D1u);
}

TEST_CASE("titles and ids are unique in a small and in a large shop", "[simulate]") {
    const std::uint32_t products = GENERATE(300u, 20'000u);
    const auto rows = InventedShop({.products = products, .orders = 1}).catalogue();
    REQUIRE(rows.size() == products + 1);
    std::set<std::string> ids;
    std::set<std::string> titles;
    for (const auto& row : rows) {
        ids.insert(row[0]);
        titles.insert(row[1]);
    }
    CHECK(ids.size() == rows.size());
    CHECK(titles.size() == rows.size());
}

TEST_CASE("every row of the catalogue is whole", "[simulate]") {
    auto rows = InventedShop({.products = 2000, .orders = 1}).catalogue();
    CHECK(rows[0] == std::vector<std::string>{"id", "title", "url", "image", "price", "currency",
                                              "category", "brand", "first_seen"});
    rows.erase(rows.begin());
    std::set<std::string> categories;
    for (const auto& row : rows) {
        REQUIRE(row.size() == 9);
        CAPTURE(row[1]);
        const auto words = 1 + std::count(row[1].begin(), row[1].end(), ' ');
        CHECK((words >= 2 && words <= 6));
        CHECK(row[2] == "/product/" + row[0]);
        CHECK(row[3].rfind("/picture/", 0) == 0);
        CHECK(row[3].substr(row[3].size() - 4) == ".svg");
        CHECK(is_price(row[4]));
        CHECK(row[5] == "EUR");
        CHECK_FALSE(row[7].empty());
        CHECK(is_like(row[8], "0000-00-00"));
        categories.insert(row[6]);
    }
    CHECK(categories.size() == 12);
}

TEST_CASE("every line of an order is whole, and orders come in order of time", "[simulate]") {
    const InventedShop shop;
    std::set<std::string> ids;
    for (const auto& row : shop.catalogue())
        ids.insert(row[0]);
    auto rows = shop.orders();
    CHECK(rows[0] == std::vector<std::string>{"order_id", "product_id", "qty", "price", "timestamp",
                                              "customer_id"});
    rows.erase(rows.begin());
    CHECK(rows.size() == shop.made.lines);
    std::uint64_t orders = 0;
    std::string order;
    std::string time = "2024-11-01T00:00:00Z";
    std::set<std::string> basket;
    bool is_good = true;
    for (const auto& row : rows) {
        REQUIRE(row.size() == 6);
        if (row[0] != order) {
            // Numbers ascend by one, so an order without lines would show.
            is_good = is_good && row[0] == std::to_string(100'001 + orders);
            order = row[0];
            ++orders;
            basket.clear();
        }
        is_good = is_good && ids.count(row[1]) == 1 && basket.insert(row[1]).second &&
                  row[2].size() == 1 && row[2] >= "1" && is_price(row[3]) &&
                  is_like(row[4], "0000-00-00T00:00:00Z") && row[4] >= time;
        time = row[4];
        if (!is_good)
            FAIL("order " << order << ", product " << row[1] << ", " << row[4]);
    }
    CHECK(orders == 40'000);
    CHECK(shop.made.orders == orders);
    CHECK(time < "2026-11-01");
    CHECK(time > "2026-10-31");
}

TEST_CASE("nothing is bought before it is on sale", "[simulate]") {
    const InventedShop shop({.products = 1000, .orders = 20'000});
    std::map<std::string, std::string> first_seen;
    for (const auto& row : shop.catalogue())
        first_seen[row[0]] = row[8];
    std::size_t early = 0;
    auto rows = shop.orders();
    for (std::size_t i = 1; i < rows.size(); ++i)
        early += rows[i][4] < first_seen[rows[i][1]];
    CHECK(early == 0);
}

TEST_CASE("a shop of a few products is a shop too", "[simulate]") {
    const std::uint32_t products = GENERATE(range(1u, 120u));
    const InventedShop shop({.products = products, .orders = 50, .lines_per_order = 20});
    CHECK(shop.catalogue().size() == products + 1);
    CHECK(shop.made.orders == 50);
    CHECK(shop.made.lines >= 50);
    CHECK(shop.made.lines <= 50 * products);
}
