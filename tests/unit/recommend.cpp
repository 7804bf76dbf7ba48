#include "recommend/recommender.h"

#include <algorithm>

#include "unit/allocations.h"
#include "unit/catch.h"
#include "unit/random_shop.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

std::vector<Offer> offers_for(Recommender& recommender, const Cart& cart, std::size_t limit) {
    std::vector<Offer> offers(limit);
    offers.resize(recommender.recommend(cart, offers));
    return offers;
}

std::vector<ProductId> ids(const std::vector<Offer>& offers) {
    std::vector<ProductId> products;
    for (const Offer& offer : offers)
        products.push_back(offer.product);
    return products;
}

bool same(const Offer& a, const Offer& b) {
    return a.product == b.product && a.score == b.score && a.reason == b.reason &&
           a.support == b.support;
}

}  // namespace

TEST_CASE("the products that go best with the cart come first") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    const auto offers = offers_for(recommender, {cart}, 10);
    CHECK(ids(offers) == std::vector<ProductId>{1, 2, 4});
    CHECK(offers[0].reason == Reason::together);
    CHECK(offers[0].support == 20);
    CHECK(static_cast<float>(offers[0].score) * small.model.scale() == Approx(0.8).margin(0.01));
    CHECK(offers[2].reason == Reason::best_seller);
    CHECK(offers[2].score == 0);
}

TEST_CASE("what speaks against a product keeps it from being offered, as a best seller too") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    for (const Offer& offer : offers_for(recommender, {cart}, 10))
        CHECK(offer.product != 3);
}

TEST_CASE("the products of a cart add up") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0, 1};
    const auto offers = offers_for(recommender, {cart}, 1);
    REQUIRE(offers.size() == 1);
    CHECK(offers[0].product == 2);
    CHECK(static_cast<float>(offers[0].score) * small.model.scale() == Approx(0.6).margin(0.01));
    CHECK(offers[0].support == 10);  // the better supported of its two edges
}

TEST_CASE("an empty cart gets best sellers, and says that they are") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    const auto offers = offers_for(recommender, {}, 3);
    CHECK(ids(offers) == std::vector<ProductId>{0, 1, 2});
    for (const Offer& offer : offers)
        CHECK(offer.reason == Reason::best_seller);
}

TEST_CASE("an edge without enough evidence is likely, not together") {
    ModelContent content = five_products();
    content.rows[0] = {{1, 0.8f, 4}};
    const SmallModel small(content);
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    const auto offers = offers_for(recommender, {cart}, 1);
    CHECK(offers[0].reason == Reason::likely);
    CHECK(offers[0].support == 0);
}

TEST_CASE("unknown, repeated and hostile numbers in a cart change nothing") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    const std::vector<ProductId> plain = {0};
    const std::vector<ProductId> odd = {0, 0, 5, 0xFFFFFFFF, 0, 0x80000000};
    const auto expected = offers_for(recommender, {plain}, 10);
    const auto offers = offers_for(recommender, {odd, odd}, 10);
    REQUIRE(offers.size() == expected.size());
    for (std::size_t i = 0; i < offers.size(); ++i)
        CHECK(same(offers[i], expected[i]));
}

TEST_CASE("no room for offers and no products are no trouble") {
    const SmallModel small(five_products());
    Recommender recommender(small.model);
    CHECK(recommender.recommend({}, {}) == 0);
    const SmallModel none(products(0));
    Recommender empty(none.model);
    CHECK(offers_for(empty, {}, 5).empty());
}

TEST_CASE("what is in the cart already, or excluded, is never offered") {
    const SmallModel small(random_shop(200, 1));
    Recommender recommender(small.model);
    Dice random(2);
    for (int round = 0; round < 500; ++round) {
        std::vector<ProductId> cart, exclude;
        for (unsigned i = random.below(8); i > 0; --i)
            cart.push_back(random.below(200));
        for (unsigned i = random.below(8); i > 0; --i)
            exclude.push_back(random.below(200));
        for (const Offer& offer : offers_for(recommender, {cart, exclude}, 20)) {
            CHECK(std::find(cart.begin(), cart.end(), offer.product) == cart.end());
            CHECK(std::find(exclude.begin(), exclude.end(), offer.product) == exclude.end());
        }
    }
}

TEST_CASE("the first 3 of 10 are the first 3, and the same cart gets the same answer") {
    const SmallModel small(random_shop(200, 3));
    Recommender recommender(small.model);
    Dice random(4);
    for (int round = 0; round < 200; ++round) {
        std::vector<ProductId> cart;
        for (unsigned i = random.below(6); i > 0; --i)
            cart.push_back(random.below(200));
        const auto ten = offers_for(recommender, {cart}, 10);
        const auto three = offers_for(recommender, {cart}, 3);
        std::shuffle(cart.begin(), cart.end(), random.engine());
        const auto again = offers_for(recommender, {cart}, 10);
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(same(ten[i], three[i]));
        for (std::size_t i = 0; i < 10; ++i)
            CHECK(same(ten[i], again[i]));
    }
}

TEST_CASE("offers are distinct and fall by score, equal scores by popularity") {
    const SmallModel small(random_shop(300, 5));
    Recommender recommender(small.model);
    for (ProductId product = 0; product < 300; ++product) {
        const std::vector<ProductId> cart = {product, (product * 7 + 1) % 300};
        const auto offers = offers_for(recommender, {cart}, 300);
        for (std::size_t i = 1; i < offers.size(); ++i)
            CHECK((offers[i - 1].score > offers[i].score ||
                   (offers[i - 1].score == offers[i].score &&
                    offers[i - 1].product < offers[i].product)));
    }
}

TEST_CASE("scoring allocates nothing") {
    const SmallModel small(random_shop(1000, 6));
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {1, 2, 3, 4, 5};
    std::vector<Offer> offers(10);
    const std::size_t before = allocations();
    for (int round = 0; round < 100; ++round) {
        recommender.recommend({cart}, offers);
        recommender.close_gap({cart}, 1200, offers);
    }
    const std::size_t after = allocations();
    CHECK(after == before);
    CHECK(before > 0);  // the counter counts
}

TEST_CASE("what closes a gap reaches it, and never overshoots twice while something fits") {
    const SmallModel small(random_shop(300, 7));
    Recommender recommender(small.model);
    Dice random(8);
    for (int round = 0; round < 500; ++round) {
        const std::vector<ProductId> cart = {random.below(300), random.below(300)};
        const std::int64_t gap = random.below(12000) + 1;
        std::vector<Offer> offers(5);
        offers.resize(recommender.close_gap({cart}, gap, offers));
        bool fitting = false;
        for (ProductId product = 0; product < 256; ++product)
            fitting = fitting ||
                      (product != cart[0] && product != cart[1] &&
                       small.model.price(product) >= gap && small.model.price(product) <= 2 * gap);
        for (const Offer& offer : offers) {
            CHECK(small.model.price(offer.product) >= gap);
            CHECK(offer.product != cart[0]);
            CHECK(offer.product != cart[1]);
        }
        if (fitting && !offers.empty() && offers[0].reason == Reason::best_seller)
            CHECK(small.model.price(offers[0].product) <= 2 * gap);
    }
}

TEST_CASE("among products that close a gap, affinity and fit decide together") {
    ModelContent content = products(5);
    content.rows[0] = {{1, 0.5f, 20}, {2, 0.5f, 20}, {3, 0.1f, 20}};
    content.prices = {1000, 1900, 1100, 1000, 5000};
    const SmallModel small(content);
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    std::vector<Offer> offers(5);
    offers.resize(recommender.close_gap({cart}, 1000, offers));
    CHECK(ids(offers) == std::vector<ProductId>{2, 1, 3});
    CHECK(recommender.close_gap({cart}, 0, offers) == 0);
    CHECK(recommender.close_gap({cart}, -5, offers) == 0);
    // Nothing fits 2,100: the only one that reaches it is better than none.
    offers.resize(5);
    offers.resize(recommender.close_gap({cart}, 2100, offers));
    CHECK(ids(offers) == std::vector<ProductId>{4});
}

TEST_CASE("what the shopper bought before comes back, the more so the more recently") {
    ModelContent content = products(6);
    content.rows[0] = {{1, 1.0f, 20}, {2, 0.1f, 20}, {3, -0.3f, 60}};
    content.own = 0.5;
    const SmallModel small(content);
    REQUIRE(small.model.own() > 0);
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    const auto offers_after = [&](const std::vector<Bought>& bought) {
        std::vector<Offer> offers(3);
        offers.resize(recommender.recommend({cart, {}, bought}, offers));
        return offers;
    };
    CHECK(ids(offers_after({})) == std::vector<ProductId>{1, 2, 4});
    // Half a strong affinity: below the strong one, above the weak one.
    const std::vector<Offer> offers = offers_after({{4, 1}, {5, 0}, {0, 0}, {77, 0}});
    CHECK(ids(offers) == std::vector<ProductId>{1, 5, 4});
    CHECK(offers[1].reason == Reason::bought_before);
    CHECK(offers[1].support == 0);
    CHECK(offers[1].score == small.model.own());
    CHECK(offers[2].score == static_cast<std::int32_t>(small.model.own() * 0.96));
    // Twice is more than once, and enough of it outweighs what speaks against a product.
    CHECK(ids(offers_after({{4, 1}, {4, 2}, {5, 0}})) == std::vector<ProductId>{1, 4, 5});
    CHECK(ids(offers_after({{3, 0}, {3, 1}}))[1] == 3);
    // An order too long ago says nothing, and nothing is left over from the questions before.
    CHECK(ids(offers_after({{5, 100}})) == std::vector<ProductId>{1, 2, 4});
}
