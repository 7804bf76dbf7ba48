#include "train/train.h"

#include <algorithm>
#include <climits>

#include "model/model.h"
#include "read/data_error.h"
#include "train/evaluate.h"
#include "unit/catch.h"
#include "unit/dice.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

/// Orders from baskets of product numbers; products are called "A0", "A1", ...
Orders orders_of(const std::vector<std::vector<std::uint32_t>>& baskets, std::uint32_t products) {
    Orders orders;
    for (std::uint32_t i = 0; i < products; ++i) {
        Product product;
        product.id = "A" + std::to_string(i);
        product.price_minor = 100 + i;
        orders.products.push_back(product);
    }
    for (const auto& basket : baskets) {
        orders.lines.insert(orders.lines.end(), basket.begin(), basket.end());
        orders.basket_begin.push_back(orders.lines.size());
        orders.time.push_back(static_cast<std::int64_t>(orders.time.size()) * 3600);
        orders.customer.push_back(kNoCustomer);
    }
    return orders;
}

/// Orders in which 2k and 2k + 1 are mostly bought together.
Orders paired_orders(std::uint32_t count, std::uint32_t products) {
    Dice random(9);
    std::vector<std::vector<std::uint32_t>> baskets;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t first = random.below(products / 2) * 2;
        std::vector<std::uint32_t> basket = {first, first + 1};
        const std::uint32_t other = random.below(products);
        if (other != first && other != first + 1)
            basket.push_back(other);
        std::sort(basket.begin(), basket.end());
        baskets.push_back(basket);
    }
    return orders_of(baskets, products);
}

std::vector<unsigned char> model_of(const Orders& orders, const TrainOptions& options = {}) {
    return train(orders, all_orders(orders), options).model;
}

}  // namespace

TEST_CASE("products that are bought together become neighbours, with their evidence") {
    const Orders orders = paired_orders(2000, 40);
    const std::vector<unsigned char> bytes = model_of(orders);
    const OpenResult opened = open_model(bytes);
    REQUIRE(opened);
    const Model& model = opened.model;
    CHECK(model.products() == 40);
    const std::string_view ids = model.text(Section::ids);
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < ids.size();) {
        const std::size_t end = ids.find('\n', begin);
        names.emplace_back(ids.substr(begin, end - begin));
        begin = end + 1;
    }
    for (ProductId product = 0; product < model.products(); ++product) {
        Edge best{0, INT16_MIN, 0};
        model.for_each_neighbour(product, [&](const Edge& edge) {
            if (edge.weight > best.weight)
                best = edge;
        });
        const int own = std::stoi(names[product].substr(1));
        CHECK(std::stoi(names[best.neighbour].substr(1)) == (own ^ 1));
        CHECK(model.support(best.support_class) >= 50);
    }
}

TEST_CASE("the same orders give the same bytes, whatever the number of threads") {
    const Orders orders = paired_orders(3000, 300);
    TrainOptions one;
    one.weights.threads = 1;
    TrainOptions many;
    many.weights.threads = 7;
    CHECK(model_of(orders, one) == model_of(orders, many));
}

TEST_CASE("the order in which orders stand changes no bit") {
    const Orders orders = paired_orders(1000, 60);
    std::vector<std::uint32_t> sequence = all_orders(orders);
    Dice random(3);
    std::shuffle(sequence.begin(), sequence.end(), random.engine());
    CHECK(train(orders, sequence, {}).model == model_of(orders));
}

TEST_CASE("products are numbered by popularity, equals by id") {
    std::vector<std::vector<std::uint32_t>> baskets;
    for (int i = 0; i < 6; ++i)
        baskets.push_back({0, 1, 2});
    baskets.push_back({2});
    const std::vector<unsigned char> bytes = model_of(orders_of(baskets, 3));
    CHECK(open_model(bytes).model.text(Section::ids) == "A2\nA0\nA1\n");
}

TEST_CASE("products and pairs below the floor are left out") {
    std::vector<std::vector<std::uint32_t>> baskets;
    for (int i = 0; i < 4; ++i)
        baskets.push_back({0, 1});  // a pair of four orders
    for (int i = 0; i < 5; ++i)
        baskets.push_back({0, 2});  // a pair of five
    baskets.push_back({1});
    baskets.push_back({3});  // a product of one
    const Orders orders = orders_of(baskets, 4);
    const TrainResult result = train(orders, all_orders(orders), {});
    CHECK(result.report.products == 3);
    CHECK(result.report.products_ordered == 4);
    CHECK(result.report.edges == 2);
    CHECK(result.report.products_without_edges == 1);
    CHECK(result.report.orders_of_one == 2);
}

TEST_CASE("orders of one product each make a model of best sellers") {
    std::vector<std::vector<std::uint32_t>> baskets;
    for (int i = 0; i < 6; ++i)
        for (std::uint32_t product = 0; product < 3; ++product)
            baskets.push_back({product});
    const Orders orders = orders_of(baskets, 3);
    const TrainResult result = train(orders, all_orders(orders), {});
    CHECK(result.report.edges == 0);
    CHECK(open_model(result.model).model.products() == 3);
}

TEST_CASE("too few orders for any product are refused with the numbers") {
    const Orders orders = orders_of({{0, 1}, {0, 2}}, 3);
    try {
        model_of(orders);
        FAIL("it was not refused");
    } catch (const DataError& error) {
        CHECK(std::string(error.what()).find("2 orders of 3 products") != std::string::npos);
    }
}

TEST_CASE("an order of 10,000 products counts for popularity and not for pairs") {
    std::vector<std::vector<std::uint32_t>> baskets(6);
    for (auto& basket : baskets)
        for (std::uint32_t product = 0; product < 10000; ++product)
            basket.push_back(product);
    const Orders orders = orders_of(baskets, 10000);
    const TrainResult result = train(orders, all_orders(orders), {});
    CHECK(result.report.orders_too_large == 6);
    CHECK(result.report.products == 10000);
    CHECK(result.report.edges == 0);
}

TEST_CASE("a basket of two counts more for its pair than a basket of fifty") {
    CHECK(order_weight(2) == kOneOrder);
    CHECK(order_weight(5) == kOneOrder / 2);
    CHECK(order_weight(50) == kOneOrder / 7);
}

TEST_CASE("evaluation finds planted pairs and tells best sellers apart") {
    const Orders orders = paired_orders(4000, 60);
    const Evaluation evaluation = evaluate(orders, {});
    CHECK(evaluation.by_time);
    CHECK(evaluation.train_orders == 3600);
    CHECK(evaluation.test_orders == 400);
    REQUIRE(evaluation.methods.size() >= 3);
    const auto of = [&](const std::string& method) {
        for (const Accuracy& accuracy : evaluation.methods)
            if (accuracy.method == method)
                return accuracy;
        FAIL("no such method");
        return Accuracy{};
    };
    CHECK(of("goeswith").hr10 > 0.65);  // two of three answers are planted, the third is chance
    CHECK(of("goeswith").ndcg10 > of("popularity").ndcg10 * 2);
    CHECK(of("popularity").hr10 == Approx(10.0 / 58).margin(0.08));
    CHECK(of("goeswith").size_bytes > 0);
    CHECK(of("popularity").coverage < 0.4);
}

TEST_CASE("evaluation gives the same figures on one thread and on many") {
    const Orders orders = paired_orders(1500, 80);
    EvaluateOptions one;
    one.train.weights.threads = 1;
    EvaluateOptions many;
    many.train.weights.threads = 5;
    const Evaluation a = evaluate(orders, one);
    const Evaluation b = evaluate(orders, many);
    for (std::size_t i = 0; i < a.methods.size(); ++i) {
        CHECK(a.methods[i].hr10 == b.methods[i].hr10);
        CHECK(a.methods[i].ndcg10 == b.methods[i].ndcg10);
        CHECK(a.methods[i].mrr == b.methods[i].mrr);
    }
}

TEST_CASE("with a shopper's own earlier orders at hand, what is bought again and again is found") {
    // Each customer has a product of their own and buys it with something else every time.
    constexpr std::uint32_t kCustomers = 60;
    std::vector<std::vector<std::uint32_t>> baskets;
    for (std::uint32_t at = 0; at < 12 * kCustomers; ++at) {
        const std::uint32_t thing = at * 7 % 40;
        baskets.push_back({thing, 40 + at % kCustomers % 30});
    }
    Orders orders = orders_of(baskets, 70);
    for (std::uint32_t at = 0; at < orders.size(); ++at)
        orders.customer[at] = at % kCustomers;
    EvaluateOptions options;
    options.methods = {"goeswith", "history"};
    const Evaluation result = evaluate(orders, options);
    REQUIRE(result.methods.size() == 2);
    CHECK(result.methods[1].hr10 > result.methods[0].hr10 + 0.1);
}

TEST_CASE("another seed asks other questions, and the same seed the same ones") {
    const Orders orders = paired_orders(1500, 80);
    EvaluateOptions options;
    options.methods = {"cosine"};
    options.split = SplitBy::random;
    const double first = evaluate(orders, options).methods[0].mrr;
    CHECK(evaluate(orders, options).methods[0].mrr == first);
    options.seed = 7;
    CHECK(evaluate(orders, options).methods[0].mrr != first);
}

TEST_CASE("without dates a seeded random tenth is asked about") {
    Orders orders = paired_orders(1000, 40);
    orders.time[5] = kNoTime;
    const Evaluation evaluation = evaluate(orders, {});
    CHECK_FALSE(evaluation.by_time);
    CHECK(evaluation.test_orders == 100);
}

TEST_CASE("a method that does not exist is refused by name") {
    EvaluateOptions options;
    options.methods = {"oracle"};
    CHECK_THROWS_AS(evaluate(paired_orders(100, 10), options), std::invalid_argument);
}
