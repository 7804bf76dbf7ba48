#include <algorithm>
#include <cmath>

#include "model/model.h"
#include "train/choose.h"
#include "train/gram.h"
#include "train/readiness.h"
#include "train/strongest.h"
#include "unit/catch.h"
#include "unit/dice.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

/// `count` orders among `products`, of which 2k and 2k + 1 go together; the first and the last
/// never do.
Orders shop(std::uint32_t count, std::uint32_t products, std::uint32_t customers) {
    Dice dice(4);
    Orders orders;
    for (std::uint32_t i = 0; i < products; ++i)
        orders.products.emplace_back().id = "A" + std::to_string(100 + i);
    orders.ordered_products = products;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t first = dice.below(products / 2) * 2;
        std::vector<std::uint32_t> basket = {first, first + 1};
        if (const std::uint32_t other = dice.below(products);
            other != first && other != first + 1 && !(first == 0 && other + 1 == products) &&
            !(first + 2 == products && other == 0))
            basket.push_back(other);
        std::sort(basket.begin(), basket.end());
        orders.lines.insert(orders.lines.end(), basket.begin(), basket.end());
        orders.basket_begin.push_back(orders.lines.size());
        orders.time.push_back(std::int64_t{i} * 3600);
        orders.customer.push_back(customers == 0 ? kNoCustomer : i % customers);
    }
    return orders;
}

struct Trained {
    explicit Trained(const Orders& orders, const WeightOptions& options = {})
        : baskets(make_baskets(orders, all_orders(orders), {})),
          rows(make_weights(baskets, Counts(baskets, options.recency), options)) {}
    std::size_t edges() const {
        std::size_t count = 0;
        for (const auto& row : rows)
            count += row.size();
        return count;
    }
    Baskets baskets;
    std::vector<std::vector<WeightedEdge>> rows;
};

}  // namespace

TEST_CASE("the budget of edges holds over the whole graph") {
    const Orders orders = shop(8000, 60, 0);
    for (const double edges : {0.5, 2.0, 8.0}) {
        WeightOptions options;
        options.edges = edges;
        const Trained trained(orders, options);
        CHECK(trained.edges() <= static_cast<std::size_t>(edges * 60));
        CHECK(trained.edges() > static_cast<std::size_t>(edges * 60 * 0.8));
    }
}

TEST_CASE("a pair of fewer than five customers never speaks for a product") {
    const Orders few = shop(3000, 20, 4);  // many orders, four customers
    const Trained trained(few);
    for (const auto& row : trained.rows)
        for (const WeightedEdge& edge : row)
            CHECK(edge.weight < 0);
    const Trained many(shop(3000, 20, 5));
    std::size_t in_favour = 0;
    for (const auto& row : many.rows)
        for (const WeightedEdge& edge : row)
            in_favour += edge.weight > 0;
    CHECK(in_favour >= 20);
}

TEST_CASE("a customer's pair that no four others bought leaves no trace in the file") {
    Orders with = shop(3000, 40, 300);
    // Two products that are bought often, and together only in this one order.
    Orders without = with;
    const std::vector<std::uint32_t> rare = {0, 39};
    with.lines.insert(with.lines.end(), rare.begin(), rare.end());
    without.lines.insert(without.lines.end(), {0, 39});
    // Without the pair, the same products are bought in two orders of the same customer.
    with.basket_begin.push_back(with.lines.size());
    without.basket_begin.push_back(without.lines.size() - 1);
    without.basket_begin.push_back(without.lines.size());
    for (Orders* orders : {&with, &without})
        while (orders->time.size() < orders->size()) {
            orders->time.push_back(std::int64_t{3000} * 3600);
            orders->customer.push_back(300);
        }
    for (const Orders* orders : {&with, &without}) {
        const TrainResult result = train(*orders, all_orders(*orders), {});
        const Model model = open_model(result.model).model;
        const std::string_view ids = model.text(Section::ids);
        const auto number_of = [&](std::string_view id) {
            return static_cast<ProductId>(std::count(
                ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(ids.find(id)), '\n'));
        };
        const ProductId first = number_of("A100");
        const ProductId second = number_of("A139");
        bool told = false;
        model.for_each_neighbour(first, [&](const Edge& edge) {
            told =
                told || (edge.neighbour == second && (edge.weight > 0 || edge.support_class > 0));
        });
        CHECK_FALSE(told);
    }
}

TEST_CASE("one customer adds no more than a share of all pairs") {
    Orders orders = shop(2000, 40, 0);
    std::fill(orders.customer.begin(), orders.customer.end(), 7u);
    BasketOptions options;
    options.most_pairs = 300;
    const Baskets baskets = make_baskets(orders, all_orders(orders), options);
    std::uint64_t pairs = 0;
    for (std::size_t at = 0; at < baskets.size(); ++at)
        pairs += baskets.basket(at).size() * (baskets.basket(at).size() - 1) / 2;
    CHECK(pairs <= 300);
    CHECK(baskets.beyond_cap > 1500);
}

TEST_CASE("a support counts customers, a weight counts orders") {
    Orders orders = shop(0, 2, 0);
    for (std::uint32_t i = 0; i < 12; ++i) {
        orders.lines.insert(orders.lines.end(), {0, 1});
        orders.basket_begin.push_back(orders.lines.size());
        orders.time.push_back(0);
        orders.customer.push_back(i % 3);
    }
    const Baskets baskets = make_baskets(orders, all_orders(orders), {});
    const Counts counts(baskets);
    counts.for_each_row(1, [](ProductId, std::span<const Pair> pairs) {
        REQUIRE(pairs.size() == 1);
        CHECK(pairs[0].orders == 12);
        CHECK(pairs[0].support == 3);
        CHECK(pairs[0].weighted == 12 * kOneOrder);
    });
}

TEST_CASE("the ridge solves its equations") {
    const Orders orders = shop(2000, 12, 0);
    const Baskets baskets = make_baskets(orders, all_orders(orders), {});
    const Gram gram(baskets, Counts(baskets), 1, 1'000'000);
    RidgeOptions options;
    options.threads = 1;
    std::vector<std::vector<Predictor>> targets(12);
    for (ProductId target = 0; target < 12; ++target)
        for (ProductId product = 0; product < 12; ++product)
            if (product != target)
                targets[target].push_back({product, 0, 9});
    solve_ridge(gram, options, targets);
    for (ProductId target = 0; target < 12; ++target)
        for (const Predictor& row : targets[target]) {
            double left = 0;
            for (const Predictor& column : targets[target])
                left += static_cast<double>(column.weight) *
                        (row.product == column.product
                             ? gram.diagonal(row.product) +
                                   options.strength * gram.mean_diagonal() *
                                       std::pow(gram.diagonal(row.product) / gram.mean_diagonal(),
                                                options.power)
                             : static_cast<double>(gram.between(row.product, column.product)));
            CHECK(left == Approx(gram.between(row.product, target)).margin(0.01));
        }
}

TEST_CASE("the threshold of the strongest lets through at most so many, and nearly as many") {
    Dice dice(8);
    StrongestValues strongest;
    std::vector<float> values;
    for (int i = 0; i < 20000; ++i)
        values.push_back(static_cast<float>(dice.below(1000000) + 1) / 7919.0f);
    for (const float value : values)
        strongest.add(value);
    for (const std::uint64_t most : {0u, 1u, 100u, 5000u, 20000u, 30000u}) {
        const float threshold = strongest.threshold(most);
        const auto above = static_cast<std::uint64_t>(std::count_if(
            values.begin(), values.end(), [&](float value) { return value >= threshold; }));
        CHECK(above <= most);
        CHECK(above + 60 >= std::min<std::uint64_t>(most, 20000));
    }
}

TEST_CASE("old orders fade, and by the same bits everywhere") {
    CHECK(order_weight(2, 2, 0) == kOneOrder);
    CHECK(static_cast<double>(order_weight(2, 2, 1)) / kOneOrder ==
          Approx(std::exp(-2)).epsilon(0.01));
    CHECK(order_weight(2, 2, 1) == 2266113);
}

TEST_CASE("options are chosen on the newest orders, or left alone where those are too few") {
    const Chosen chosen = choose_options(shop(4000, 40, 0), all_orders(shop(4000, 40, 0)), {});
    CHECK(chosen.questions > 200);
    REQUIRE(chosen.trials.size() >= 3);
    CHECK(std::count_if(chosen.trials.begin(), chosen.trials.end(),
                        [](const Trial& trial) { return trial.chosen; }) == 1);
    const Orders few = shop(100, 10, 0);
    const Chosen left = choose_options(few, all_orders(few), {});
    CHECK(left.trials.empty());
    CHECK(left.options.weights.recency == WeightOptions{}.recency);
}

TEST_CASE("readiness says why a shop is not ready") {
    TrainReport report;
    report.orders = 100;
    report.products = 10;
    Evaluation newest;
    newest.questions = 1000;
    newest.methods.resize(2);
    newest.methods[0].method = "popularity";
    newest.methods[1].method = "goeswith";
    report.orders_of_one = 95;
    CHECK(readiness(report, newest).reason.find("one product alone") != std::string::npos);
    report.edges = 40;
    newest.methods[0].hr10 = 0.1;
    newest.methods[1].hr10 = 0.3;
    CHECK(readiness(report, newest).grade == "good");
    newest.methods[1].hr10 = 0.11;
    CHECK(readiness(report, newest).grade == "thin");
    newest.questions = 10;
    CHECK(readiness(report, newest).reason.find("10 questions") != std::string::npos);
}
