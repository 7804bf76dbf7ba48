#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "simulate/vocabulary.h"
#include "unit/catch.h"
#include "unit/simulate_help.h"

using goeswith::shop::Habit;
using goeswith::shop::Kind;
using goeswith::shop::kinds;

namespace {

using Basket = std::vector<std::string>;

std::vector<Basket> baskets_of(const InventedShop& shop) {
    std::vector<Basket> baskets;
    std::string order;
    const auto rows = shop.orders();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i][0] != order)
            baskets.emplace_back();
        order = rows[i][0];
        baskets.back().push_back(rows[i][1]);
    }
    return baskets;
}

/// How often products, or kinds by the first letters of the id, are in a basket and share one.
struct Counts {
    std::map<std::string, double> single;
    std::map<std::pair<std::string, std::string>, double> pair;
    double baskets = 0;

    explicit Counts(const std::vector<Basket>& all, std::size_t letters = std::string::npos) {
        for (const Basket& basket : all) {
            std::set<std::string> names;
            for (const std::string& product : basket)
                names.insert(product.substr(0, letters));
            for (auto a = names.begin(); a != names.end(); ++a) {
                ++single[*a];
                for (auto b = std::next(a); b != names.end(); ++b)
                    ++pair[{*a, *b}];
            }
            ++baskets;
        }
    }

    double expected(const std::string& a, const std::string& b) const {
        return single.at(a) * single.at(b) / baskets;
    }
    double observed(const std::string& a, const std::string& b) const {
        const auto found = pair.find(std::minmax(a, b));
        return found == pair.end() ? 0 : found->second;
    }
    double lift(const std::string& a, const std::string& b) const {
        return observed(a, b) / expected(a, b);
    }
};

const Kind& kind_of(std::string_view slug) {
    const auto all = kinds();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Kind& it) { return it.slug == slug; });
    if (found == all.end())
        throw std::out_of_range(std::string(slug));
    return *found;
}

std::vector<const Kind*> complements_of(const Kind& kind) {
    std::vector<const Kind*> complements;
    std::istringstream slugs{std::string(kind.goes_with)};
    for (std::string slug; slugs >> slug;)
        complements.push_back(&kind_of(slug));
    return complements;
}

}  // namespace

TEST_CASE("every kind has an own name, an own code and complements that exist", "[simulate]") {
    std::set<std::string_view> slugs;
    std::set<std::string_view> codes;
    for (const Kind& kind : kinds()) {
        CAPTURE(kind.slug);
        CHECK(kind.code.size() == 3);
        CHECK(kind.price_low < kind.price_high);
        CHECK_FALSE(kind.tones.empty());
        CHECK(*std::max_element(kind.season.begin(), kind.season.end()) == 100);
        const auto complements = complements_of(kind);
        CHECK_FALSE(complements.empty());
        CHECK(std::find(complements.begin(), complements.end(), &kind) == complements.end());
        slugs.insert(kind.slug);
        codes.insert(kind.code);
    }
    CHECK(slugs.size() == kinds().size());
    CHECK(codes.size() == kinds().size());
}

TEST_CASE("what goes together is bought together", "[simulate]") {
    const Counts counts(baskets_of(InventedShop()), 3);
    std::vector<double> lifts;
    for (const Kind& kind : kinds()) {
        const Kind& complement = *complements_of(kind).front();
        CAPTURE(kind.slug, complement.slug);
        const double lift = counts.lift(std::string(kind.code), std::string(complement.code));
        // A staple goes with everything, and so with nothing in particular.
        if (kind.habit != Habit::staple && complement.habit != Habit::staple)
            CHECK(lift > 3);
        lifts.push_back(lift);
    }
    std::nth_element(lifts.begin(), lifts.begin() + 48, lifts.end());
    CHECK(lifts[48] > 8);
}

TEST_CASE("variants are bought instead of one another", "[simulate]") {
    const Counts counts(baskets_of(InventedShop()));
    std::map<Habit, double> expected;
    std::map<Habit, double> observed;
    for (const Kind& kind : kinds()) {
        const auto is_of_kind = [&](const std::string& id) { return id.rfind(kind.code, 0) == 0; };
        for (const auto& [a, count_a] : counts.single)
            for (const auto& [b, count_b] : counts.single)
                if (a < b && is_of_kind(a) && is_of_kind(b)) {
                    expected[kind.habit] += counts.expected(a, b);
                    observed[kind.habit] += counts.observed(a, b);
                }
    }
    CHECK(observed[Habit::once] < 0.3 * expected[Habit::once]);
    CHECK(observed[Habit::refill] < 0.3 * expected[Habit::refill]);
    CHECK(observed[Habit::staple] < 0.3 * expected[Habit::staple]);
    // Mugs are at times taken in two colours.
    CHECK(observed[Habit::set] < 0.9 * expected[Habit::set]);
    CHECK(observed[Habit::set] > 2 * observed[Habit::once]);
}

TEST_CASE("baskets have the asked size on average, and many hold one product", "[simulate]") {
    const double lines = GENERATE(1.0, 3.2, 9.7);
    const InventedShop shop({.products = 2000, .orders = 10'000, .lines_per_order = lines});
    const auto baskets = baskets_of(shop);
    const auto singles = std::count_if(baskets.begin(), baskets.end(),
                                       [](const Basket& basket) { return basket.size() == 1; });
    CHECK(static_cast<double>(shop.made.lines) / 10'000 == Approx(lines).epsilon(0.04));
    CHECK(static_cast<double>(singles) / 10'000 == Approx(1 / lines).epsilon(0.06));
}

TEST_CASE("the demo shop has a long tail", "[simulate]") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Counts counts(baskets_of(InventedShop({.seed = seed})));
    std::size_t known = 0;
    for (const auto& [product, count] : counts.single)
        known += count >= 5;
    const std::size_t rare = 300 - known;
    CHECK(rare >= 15);
    CHECK(rare <= 45);
}

TEST_CASE("gardens are for spring and fairy lights for winter", "[simulate]") {
    std::map<std::string, std::map<std::string, int>> by_month;
    const auto rows = InventedShop().orders();
    for (std::size_t i = 1; i < rows.size(); ++i)
        ++by_month[rows[i][1].substr(0, 3)][rows[i][4].substr(5, 2)];
    CHECK(by_month["FLO"]["04"] > 5 * by_month["FLO"]["12"]);
    CHECK(by_month["FAI"]["12"] > 5 * by_month["FAI"]["06"]);
    CHECK(by_month["COF"]["06"] > by_month["COF"]["12"] / 2);
}

TEST_CASE("customers return, and stay with the coffee they like", "[simulate]") {
    std::map<std::string, std::set<std::string>> orders;
    std::map<std::string, std::vector<std::string>> coffees;
    const auto rows = InventedShop({.products = 3000}).orders();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::string& customer = rows[i][5];
        orders[customer].insert(rows[i][0]);
        if (!customer.empty() && rows[i][1].rfind("COF", 0) == 0)
            coffees[customer].push_back(rows[i][1]);
    }
    const auto returned = std::count_if(orders.begin(), orders.end(),
                                        [](const auto& it) { return it.second.size() > 1; });
    CHECK(static_cast<double>(returned) > 0.3 * static_cast<double>(orders.size()));
    CHECK(orders[""].size() > 1000);  // guests

    const auto rate_of_same = [](const std::vector<std::pair<std::string, std::string>>& pairs) {
        const auto same = std::count_if(pairs.begin(), pairs.end(),
                                        [](const auto& it) { return it.first == it.second; });
        return static_cast<double>(same) / static_cast<double>(pairs.size());
    };
    std::vector<std::pair<std::string, std::string>> own;
    std::vector<std::pair<std::string, std::string>> others;
    const std::vector<std::string>* before = nullptr;
    for (const auto& [customer, bought] : coffees) {
        for (std::size_t i = 1; i < bought.size(); ++i)
            own.emplace_back(bought[i - 1], bought[i]);
        if (before)
            others.emplace_back(before->front(), bought.front());
        before = &bought;
    }
    CHECK(rate_of_same(own) > 3 * rate_of_same(others));
}

TEST_CASE("partners stay few and findable in a large shop", "[simulate]") {
    const Counts counts(
        baskets_of(InventedShop({.products = 5000, .orders = 60'000, .lines_per_order = 5})));
    std::map<std::string, int> partners;
    for (const auto& [pair, count] : counts.pair)
        if (count >= 5 && counts.lift(pair.first, pair.second) > 3) {
            ++partners[pair.first];
            ++partners[pair.second];
        }
    double sum = 0;
    double products = 0;
    for (const auto& [product, count] : counts.single)
        if (count >= 100) {
            sum += partners[product];
            ++products;
        }
    CHECK(products > 300);
    CHECK(sum / products > 5);
    CHECK(sum / products < 25);
}
