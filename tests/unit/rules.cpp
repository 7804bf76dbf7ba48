// Laws of lists and rules, over random shops, rules and carts.

#include "recommend/rules.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "recommend/recommender.h"
#include "unit/catch.h"
#include "unit/random_shop.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

/// Rules as words, from rules and the products that they name.
std::vector<std::uint32_t> words_of(const std::vector<Rule>& rules,
                                    const std::vector<ProductId>& products = {},
                                    const std::vector<ProductId>& picked = {}) {
    std::vector<std::uint32_t> words = {static_cast<std::uint32_t>(rules.size()),
                                        0,
                                        0,
                                        static_cast<std::uint32_t>(products.size()),
                                        static_cast<std::uint32_t>(picked.size()),
                                        10,
                                        60};
    words.resize(RuleList::kHeadWords + rules.size() * RuleList::kRuleWords);
    if (!rules.empty())
        std::memcpy(words.data() + RuleList::kHeadWords, rules.data(), rules.size() * sizeof(Rule));
    words.insert(words.end(), products.begin(), products.end());
    words.insert(words.end(), picked.begin(), picked.end());
    return words;
}

Rule rule_of(Action action, std::uint32_t amount = 0, Kind kind = Kind::any) {
    Rule rule;
    rule.action = action;
    rule.amount = amount;
    rule.kind = kind;
    return rule;
}

/// A random rule about a category, a brand, a tag, prices, or all.
Rule random_rule(Dice& random, Action action) {
    Rule rule = rule_of(action, 1 + random.below(90), static_cast<Kind>(random.below(2)));
    rule.amount_to = rule.amount + 100;
    switch (random.below(4)) {
        case 0:
            rule.select.category = static_cast<std::uint16_t>(random.below(6));
            break;
        case 1:
            rule.select.brand = static_cast<std::uint16_t>(random.below(3));
            break;
        case 2:
            rule.select.tags = 1u << random.below(3);
            break;
        default:
            rule.select.price_to = 500 + random.below(4000);
    }
    return rule;
}

class Asker {
  public:
    explicit Asker(const SmallModel& small) : recommender_(small.model) {}

    std::vector<Offer> ask(const std::vector<ProductId>& cart, const std::vector<Rule>& rules,
                           std::size_t limit, const std::vector<ListStep>& lists = {},
                           const std::vector<ProductId>& named = {}, Moment moment = {}) {
        const auto words = words_of(rules, named, named);
        REQUIRE(recommender_.set_rules(words));
        std::vector<std::uint32_t> chain;
        for (const ListStep& step : lists)
            chain.push_back(step.word());
        moment.lists = chain;
        std::vector<Offer> offers(limit);
        offers.resize(recommender_.recommend({cart}, moment, offers));
        return offers;
    }

  private:
    Recommender recommender_;
};

std::size_t place_of(const std::vector<Offer>& offers, ProductId product) {
    return static_cast<std::size_t>(
        std::find_if(offers.begin(), offers.end(),
                     [&](const Offer& offer) { return offer.product == product; }) -
        offers.begin());
}

const std::vector<ListStep> kEveryList = {
    {List::goes_with}, {List::trending}, {List::fresh}, {List::upgrade}, {List::best_sellers}};

}  // namespace

TEST_CASE("nothing in the cart, none of its variants and nothing excluded is ever offered") {
    Dice random(1);
    for (unsigned seed = 0; seed < 40; ++seed) {
        const SmallModel small(random_market(150, seed));
        REQUIRE(small.status == Status::ok);
        Asker asker(small);
        const Rule exclude = random_rule(random, Action::exclude);
        const std::vector<Rule> rules = {random_rule(random, Action::boost), exclude,
                                         random_rule(random, Action::bury)};
        RuleList list;
        const auto words = words_of(rules);
        REQUIRE(list.open(words));
        const std::vector<ProductId> cart = {random.below(150), random.below(150)};
        std::map<ProductId, int> families;
        for (const Offer& offer : asker.ask(cart, rules, 150, kEveryList)) {
            CHECK(!list.selects(exclude.select, {small.model, offer.product}));
            for (const ProductId in_cart : cart)
                CHECK(small.model.parent(offer.product) != small.model.parent(in_cart));
            CHECK(++families[small.model.parent(offer.product)] == 1);
        }
    }
}

TEST_CASE(
    "the first 3 of 10 are the first 3, whatever the rules, and the same cart is answered alike") {
    Dice random(2);
    for (unsigned seed = 0; seed < 40; ++seed) {
        const SmallModel small(random_market(150, seed));
        Asker asker(small);
        std::vector<Rule> rules;
        for (int i = 0; i < 6; ++i)
            rules.push_back(random_rule(random, static_cast<Action>(2 + random.below(5))));
        rules.push_back(rule_of(Action::at_most, 1 + random.below(2), Kind::category));
        const std::vector<ProductId> cart = {random.below(150), random.below(150)};
        const auto ten = asker.ask(cart, rules, 10, kEveryList);
        const auto three = asker.ask(cart, rules, 3, kEveryList);
        const auto again = asker.ask(cart, rules, 10, kEveryList);
        REQUIRE(three.size() == std::min<std::size_t>(3, ten.size()));
        for (std::size_t i = 0; i < three.size(); ++i)
            CHECK(three[i].product == ten[i].product);
        REQUIRE(again.size() == ten.size());
        for (std::size_t i = 0; i < ten.size(); ++i)
            CHECK(again[i].product == ten[i].product);
    }
}

TEST_CASE("a boost never lowers a product, and burying never raises one") {
    Dice random(3);
    for (unsigned seed = 0; seed < 60; ++seed) {
        const SmallModel small(random_market(120, seed));
        Asker asker(small);
        std::vector<Rule> rules;
        for (int i = 0; i < 3; ++i)
            rules.push_back(random_rule(random, random.below(2) ? Action::boost : Action::bury));
        const std::vector<ProductId> cart = {random.below(120), random.below(120)};
        for (const List list : {List::goes_with, List::best_sellers, List::fresh, List::trending}) {
            const auto before = asker.ask(cart, rules, 120, {{list}});
            for (const Action action : {Action::boost, Action::bury}) {
                Rule more = rule_of(action, 1 + random.below(99));
                const ProductId product = random.below(120);
                more.select.product_count = 1;
                auto with = rules;
                with.push_back(more);
                const auto after = asker.ask(cart, with, 120, {{list}}, {product});
                if (action == Action::boost)
                    CHECK(place_of(after, product) <= place_of(before, product));
                else
                    CHECK(place_of(after, product) >= place_of(before, product));
            }
        }
    }
}

TEST_CASE("pinned comes first, in the rule's order, and an exclusion beats it") {
    Dice random(4);
    for (unsigned seed = 0; seed < 40; ++seed) {
        ModelContent content = random_market(100, seed);
        content.parents.clear();
        const SmallModel small(content);
        Asker asker(small);
        std::vector<ProductId> pinned = {random.below(100), random.below(100), random.below(100)};
        std::sort(pinned.begin(), pinned.end());
        pinned.erase(std::unique(pinned.begin(), pinned.end()), pinned.end());
        std::shuffle(pinned.begin(), pinned.end(), random.engine());
        Rule pin = rule_of(Action::pin);
        pin.select.product_count = static_cast<std::uint16_t>(pinned.size());
        Rule exclude = rule_of(Action::exclude);
        exclude.select.category = 2;
        // What passes nothing else still holds the pinned ones.
        Rule near = rule_of(Action::price, 1);
        near.amount_to = 2;
        const auto offers = asker.ask({0}, {exclude, near, pin}, 10, {}, pinned);
        std::size_t at = 0;
        for (const ProductId product : pinned)
            if (product != 0 && small.model.category(product) != 2) {
                REQUIRE(at < offers.size());
                CHECK(offers[at++].product == product);
            }
    }
}

TEST_CASE("at most so many of a kind, and the next ones move up") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const SmallModel small(random_market(200, seed));
        Asker asker(small);
        for (const std::uint32_t most : {1u, 2u}) {
            const auto offers =
                asker.ask({5, 9}, {rule_of(Action::at_most, most, Kind::category)}, 8);
            CHECK(offers.size() == 8);
            std::map<std::uint16_t, std::uint32_t> of;
            for (const Offer& offer : offers)
                if (small.model.category(offer.product) != kNoGroup)
                    CHECK(++of[small.model.category(offer.product)] <= most);
        }
    }
}

TEST_CASE("share, differ and near-price compare with the product at hand") {
    const SmallModel small(random_market(200, 9));
    Asker asker(small);
    Moment moment;
    moment.product = 3;
    REQUIRE(small.model.category(3) != kNoGroup);
    REQUIRE(small.model.price(3) > 0);
    for (const Offer& offer :
         asker.ask({3}, {rule_of(Action::share, 0, Kind::category)}, 20, {}, {}, moment))
        CHECK(small.model.category(offer.product) == small.model.category(3));
    for (const Offer& offer :
         asker.ask({3}, {rule_of(Action::differ, 0, Kind::brand)}, 20, {}, {}, moment))
        CHECK(small.model.brand(offer.product) != small.model.brand(3));
    Rule near = rule_of(Action::price, 50);
    near.amount_to = 100;
    const auto offers = asker.ask({3}, {near}, 20, {}, {}, moment);
    CHECK(!offers.empty());
    for (const Offer& offer : offers) {
        CHECK(small.model.price(offer.product) * 2 >= small.model.price(3));
        CHECK(small.model.price(offer.product) <= small.model.price(3));
    }
}

TEST_CASE("a rule holds where, when, for whom and with what it says") {
    const SmallModel small(random_market(50, 10));
    Asker asker(small);
    Rule exclude = rule_of(Action::exclude);
    exclude.select.product_count = 1;
    const auto first = asker.ask({1}, {}, 1)[0].product;
    const auto offered = [&](const Rule& rule, Moment moment = {}) {
        moment.day = moment.day ? moment.day : 20'000;
        return asker.ask({1}, {rule}, 1, {}, {first}, moment)[0].product == first;
    };
    CHECK(!offered(exclude));
    Rule there = exclude;
    there.placements = 1u << static_cast<unsigned>(Placement::home);
    CHECK(offered(there));
    Rule whom = exclude;
    whom.stages = 1u << static_cast<unsigned>(Stage::business);
    CHECK(offered(whom));
    Moment business;
    business.stage = Stage::business;
    CHECK(!offered(whom, business));
    Rule when = exclude;
    when.from_day = 20'001;
    CHECK(offered(when));
    Moment later;
    later.day = 20'001;
    CHECK(!offered(when, later));
    when = exclude;
    when.until_day = 19'999;
    CHECK(offered(when));
    Rule summer = exclude;
    summer.months = 1u << 6;
    CHECK(offered(summer));
    later.month = 7;
    CHECK(!offered(summer, later));
    Rule with = exclude;
    with.withs = 1;
    with.with.brand = static_cast<std::uint16_t>((small.model.brand(1) + 1) % 3);
    CHECK(offered(with));
    with.with.brand = small.model.brand(1);
    CHECK(!offered(with));
}

TEST_CASE("scopes mean a category or a brand of what is at hand, seen, or in the cart") {
    const SmallModel small(random_market(200, 12));
    const Model& model = small.model;
    Recommender recommender(model);
    const auto ask = [&](Scope scope, const Cart& cart, Moment moment) {
        const std::uint32_t chain[] = {ListStep{List::best_sellers, scope}.word()};
        moment.lists = chain;
        std::vector<Offer> offers(5);
        offers.resize(recommender.recommend(cart, moment, offers));
        return offers;
    };
    const auto all_of = [&](const std::vector<Offer>& offers, std::uint16_t category) {
        return !offers.empty() && std::all_of(offers.begin(), offers.end(), [&](const Offer& o) {
            return model.category(o.product) == category;
        });
    };
    std::vector<ProductId> of(6, kNoneAtHand);
    for (ProductId product = 0; product < 200; ++product)
        if (model.category(product) != kNoGroup && of[model.category(product)] == kNoneAtHand)
            of[model.category(product)] = product;
    Moment at_hand;
    at_hand.product = of[1];
    CHECK(all_of(ask(Scope::product_category, {}, at_hand), 1));
    CHECK(ask(Scope::product_category, {}, {}).empty());
    Moment seen;
    seen.viewed = {&of[2], 1};
    CHECK(all_of(ask(Scope::seen_category, {}, seen), 2));
    // Three pieces of one product outweigh two products of another category only by product.
    const std::vector<ProductId> cart = {of[3], of[4]};
    const std::vector<std::uint32_t> pieces = {1, 3};
    CHECK(all_of(ask(Scope::cart_category, {cart, {}, {}, pieces}, {}), 4));
    CHECK(all_of(ask(Scope::top_product_category, {cart, {}, {}, pieces}, {}), 4));
    CHECK(all_of(ask(Scope::cart_category, {cart, {}, {}, {}}, {}), 3));
}

TEST_CASE("lists of this device's history come newest first, and what is due again when it is") {
    ModelContent content = random_market(50, 13);
    content.parents.clear();
    content.intervals.assign(50, 0);
    content.intervals[7] = 30;
    content.intervals[8] = 30;
    const SmallModel small(content);
    Recommender recommender(small.model);
    const std::vector<Bought> bought = {{7, 0, 28}, {8, 1, 200}, {9, 1, 200}};
    const std::vector<ProductId> viewed = {9, 20, 7, 21};
    const auto ask = [&](List list) {
        const std::uint32_t chain[] = {ListStep{list}.word()};
        Moment moment;
        moment.lists = chain;
        moment.viewed = viewed;
        std::vector<Offer> offers(5);
        offers.resize(recommender.recommend({{}, {}, bought}, moment, offers));
        std::vector<ProductId> products;
        for (const Offer& offer : offers)
            products.push_back(offer.product);
        return products;
    };
    CHECK(ask(List::viewed) == viewed);
    CHECK(ask(List::seen_not_bought) == std::vector<ProductId>{20, 21});
    CHECK(ask(List::bought_before) == std::vector<ProductId>{7, 8, 9});
    CHECK(ask(List::due_again) == std::vector<ProductId>{7});
}

TEST_CASE("rules that are not sound are refused whole") {
    const SmallModel small(random_market(20, 14));
    Recommender recommender(small.model);
    auto words = words_of({rule_of(Action::boost, 50)}, {1, 2});
    CHECK(recommender.set_rules(words));
    for (const std::size_t at : {0, 1, 2, 3, 4, 7}) {
        auto forged = words;
        forged[at] = 0xFFFFFFFF;
        CHECK(!recommender.set_rules(forged));
    }
    words.pop_back();
    CHECK(!recommender.set_rules(words));
    CHECK(recommender.set_rules({}));
}

TEST_CASE("a pair closes a gap that neither closes alone, and both go with the cart") {
    Dice random(15);
    int found = 0;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const SmallModel small(random_market(150, seed));
        Recommender recommender(small.model);
        const std::vector<ProductId> cart = {random.below(150), random.below(150)};
        Gap gap{2000 + random.below(8000)};
        Offer pair[2];
        const std::size_t count = recommender.close_gap_with_two({cart}, {}, gap, pair);
        if (count == 0)
            continue;
        ++found;
        const std::int64_t a = small.model.price(pair[0].product),
                           b = small.model.price(pair[1].product);
        CHECK(a < gap.amount_minor);
        CHECK(b < gap.amount_minor);
        CHECK(a + b >= gap.amount_minor);
        CHECK(a + b <= 2 * gap.amount_minor);
        CHECK(pair[0].score > 0);
        CHECK(pair[1].score > 0);
        CHECK(small.model.parent(pair[0].product) != small.model.parent(pair[1].product));
    }
    CHECK(found > 10);
}

TEST_CASE("a best seller closes a gap only where it costs no more than it saves") {
    ModelContent content = products(4);
    content.rows[0] = {{1, 0.5f, 20}};
    content.prices = {1000, 1900, 1100, 1400};
    const SmallModel small(content);
    Recommender recommender(small.model);
    const std::vector<ProductId> cart = {0};
    const auto closes = [&](std::int64_t saves) {
        std::vector<Offer> offers(4);
        offers.resize(recommender.close_gap({cart}, {}, Gap{1000, saves}, offers));
        std::vector<ProductId> all;
        for (const Offer& offer : offers)
            all.push_back(offer.product);
        return all;
    };
    CHECK(closes(Gap::kUnknown) == std::vector<ProductId>{1, 2, 3});
    CHECK(closes(500) == std::vector<ProductId>{1});
    CHECK(closes(1200) == std::vector<ProductId>{1, 2});
}
