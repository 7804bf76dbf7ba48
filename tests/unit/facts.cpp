#include "train/facts.h"

#include "train/train.h"
#include "unit/catch.h"
#include "unit/dice.h"
#include "unit/small_model.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kFirst = 20000;  // the day on which the shop's export begins

/// A shop that one fills order by order.
struct Shop {
    Orders orders;

    explicit Shop(std::size_t products) {
        for (std::size_t i = 0; i < products; ++i) {
            Product product;
            product.id = "P" + std::to_string(i);
            orders.products.push_back(product);
        }
        orders.ordered_products = products;
    }
    void buy(std::uint32_t customer, std::int64_t day, std::vector<std::uint32_t> products) {
        for (const std::uint32_t product : products) {
            orders.lines.push_back(product);
            std::int64_t& first = orders.products[product].first_seen;
            if (first == kNoTime || first > (kFirst + day) * kDay)
                first = (kFirst + day) * kDay;
        }
        orders.basket_begin.push_back(orders.lines.size());
        orders.time.push_back((kFirst + day) * kDay);
        orders.customer.push_back(customer);
    }
    /// The number of a product in the model.
    ProductId number(const Model& model, const std::string& id) const {
        const std::string_view ids = model.text(Section::ids);
        ProductId at = 0;
        std::size_t begin = 0;
        for (; begin < ids.size(); ++at) {
            const std::size_t end = ids.find('\n', begin);
            if (ids.substr(begin, end - begin) == id)
                return at;
            begin = end + 1;
        }
        FAIL("the model has no " << id);
        return at;
    }
};

struct Trained {
    explicit Trained(const Shop& shop, const TrainOptions& options = {})
        : bytes(train(shop.orders, all_orders(shop.orders), options).model),
          model(open_model(bytes).model) {}
    std::vector<unsigned char> bytes;
    Model model;
};

}  // namespace

TEST_CASE("the usual interval is the median of customers who bought again, from five on") {
    Shop shop(3);
    for (std::uint32_t customer = 0; customer < 6; ++customer)
        for (int again = 0; again < 4; ++again) {
            shop.buy(customer, customer + 30 * again, {0});
            if (customer < 4)
                shop.buy(customer, customer + 10 * again, {1});
            shop.buy(customer, customer * 5 + again, {2});
        }
    const Trained trained(shop);
    CHECK(trained.model.interval_days(shop.number(trained.model, "P0")) == 30);
    CHECK(trained.model.interval_days(shop.number(trained.model, "P1")) == 0);  // four customers
    CHECK(trained.model.interval_days(shop.number(trained.model, "P2")) == 1);
}

TEST_CASE("what rises against its own past is trending, and what always sold much is not") {
    Shop shop(3);
    std::uint32_t customer = 0;
    for (int day = 0; day < 300; ++day) {
        for (int i = 0; i < 3; ++i)
            shop.buy(customer++, day, {0});
        if (day % 10 == 0 || day >= 280)
            shop.buy(customer++, day, {1});
        if (day >= 290)  // one customer alone makes no trend
            shop.buy(1'000'000, day, {2});
    }
    for (int i = 0; i < 5; ++i)
        shop.buy(1'000'000, i, {2});
    const Trained trained(shop);
    REQUIRE(trained.model.trending_count() == 1);
    CHECK(trained.model.trending(0) == shop.number(trained.model, "P1"));
}

TEST_CASE("a first day is told only where it says more than when the export begins") {
    Shop shop(3);
    for (std::uint32_t i = 0; i < 20; ++i) {
        shop.buy(i, i * 5, {0});
        shop.buy(i, 60 + i, {1});
        shop.buy(i, i, {2});
    }
    shop.orders.products[2].first_seen = (kFirst - 500) * kDay;  // the catalogue's word
    const Trained trained(shop);
    CHECK(trained.model.first_day(shop.number(trained.model, "P0")) == 0);
    CHECK(trained.model.first_day(shop.number(trained.model, "P1")) == kFirst + 60);
    CHECK(trained.model.first_day(shop.number(trained.model, "P2")) == kFirst - 500);
    CHECK(trained.model.newest_day() == kFirst + 95);
}

TEST_CASE("what the catalogue tells reaches the model: groups, tags, variants, margins") {
    Shop shop(3);
    for (std::uint32_t i = 0; i < 30; ++i)
        shop.buy(i, i, {i % 3});
    auto& products = shop.orders.products;
    products[0].category = products[2].category = "Cups";
    products[1].brand = "Ferro";
    products[0].tags = {"gift", "blue"};
    products[1].tags = {"gift"};
    products[2].tags = {"rare"};
    products[0].parent = products[2].parent = "CUP";
    products[1].margin_percent = 40;
    TrainOptions options;
    options.named_tags = {"rare", "unheard of"};
    const Trained trained(shop, options);
    const Model& model = trained.model;
    const ProductId p0 = shop.number(model, "P0"), p1 = shop.number(model, "P1"),
                    p2 = shop.number(model, "P2");
    CHECK(model.text(Section::category_names) == "Cups\n");
    CHECK(model.text(Section::tag_names) == "rare\ngift\nblue\n");
    CHECK(model.category(p0) == model.category(p2));
    CHECK(model.category(p1) == kNoGroup);
    CHECK(model.brand(p1) == 0);
    CHECK(model.tags(p0) == 6);
    CHECK(model.tags(p2) == 1);
    CHECK(model.parent(p0) == model.parent(p2));
    CHECK(model.parent(p1) == p1);
    CHECK(model.margin_percent(p1) == 40);
    CHECK(model.margin_percent(p0) == kNoMargin);
}

TEST_CASE("new products of the catalogue are known, and old ones that nobody buys are not") {
    Shop shop(2);
    for (std::uint32_t i = 0; i < 100; ++i)
        shop.buy(i, i, {i % 2});
    for (const int age : {10, 200, -5}) {
        Product product;
        product.id = "N" + std::to_string(age);
        product.first_seen = (kFirst + 99 - age) * kDay;
        shop.orders.products.push_back(product);
    }
    TrainOptions options;
    const auto ids = [&] {
        const Trained trained(shop, options);
        return std::string(trained.model.text(Section::ids));
    };
    CHECK(ids() == "P0\nP1\nN-5\nN10\n");
    options.named_products = {"N200"};
    CHECK(ids() == "P0\nP1\nN200\nN-5\nN10\n");
    const Trained trained(shop, options);
    CHECK(trained.model.sold(1));
    CHECK(!trained.model.sold(2));
}

TEST_CASE("a better version has the same neighbours, is dearer, and is not bought with it") {
    ModelContent content = products(6);
    // 0 and 1 both go with 2 and 3; 4 goes with 0 itself; 5 has another category.
    content.rows[0] = {{2, 0.5f, 20}, {3, 0.4f, 20}, {4, 0.3f, 20}};
    content.rows[1] = {{2, 0.4f, 20}, {3, 0.5f, 20}};
    content.rows[4] = {{0, 0.3f, 20}, {2, 0.5f, 20}};
    content.rows[5] = {{2, 0.5f, 20}, {3, 0.4f, 20}};
    content.prices = {1000, 1400, 500, 500, 1300, 1300};
    content.categories = {0, 0, 1, 1, 0, 1};
    content.category_names = {"Cups", "Rest"};
    add_upgrades(content);
    REQUIRE(content.upgrades.size() == 6);
    CHECK(content.upgrades[0] == std::vector<ProductId>{1});
    CHECK(content.upgrades[1].empty());
    content.prices[1] = 2600;  // beyond two and a half times nothing is an upgrade
    add_upgrades(content);
    CHECK(content.upgrades[0].empty());
    CHECK(content.upgrades[4] == std::vector<ProductId>{1});
}
