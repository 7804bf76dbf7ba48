#include "report/shop_facts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "read/data_error.h"
#include "read/time.h"
#include "report/offers.h"
#include "report/product.h"
#include "report/training.h"

namespace goeswith {
namespace {

/// "2026-05" and the month after it.
std::string month_of(std::int64_t time) {
    return to_iso(time).substr(0, 7);
}
std::string next_month(const std::string& month) {
    const int number = std::stoi(month.substr(5)) % 12 + 1;
    const int year = std::stoi(month.substr(0, 4)) + (number == 1 ? 1 : 0);
    return std::to_string(year) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

nlohmann::json months_of(const Orders& orders) {
    std::map<std::string, std::uint64_t> months;
    for (const std::int64_t time : orders.time)
        if (time != kNoTime)
            ++months[month_of(time)];
    constexpr std::size_t kMostMonths = 1200;  // a date far off must not fill the page
    if (!months.empty())
        for (std::string month = months.begin()->first;
             month < months.rbegin()->first && months.size() < kMostMonths;
             month = next_month(month))
            months[month];
    return months;
}

nlohmann::json item_of(const ModelText& model, const Offer& offer) {
    return {{"id", model.id(offer.product)},     {"title", model.title(offer.product)},
            {"score", model.score(offer.score)}, {"reason", name_of(offer.reason)},
            {"sentence", sentence(offer)},       {"support", offer.support}};
}

}  // namespace

nlohmann::json orders_report(const Orders& orders) {
    nlohmann::json report = json_of(orders.report);
    report["orders"] = orders.size();
    report["products"] = orders.products.size();
    report["products_ordered"] = orders.ordered_products;
    report["currency"] = orders.currency;
    report["exponent"] = orders.exponent;
    report["months"] = months_of(orders);
    const auto told = [](std::uint32_t customer) { return customer != kNoCustomer; };
    report["customers_told"] = std::any_of(orders.customer.begin(), orders.customer.end(), told);
    return report;
}

nlohmann::json strongest_pairs(const ModelText& model, std::size_t most) {
    struct Pair {
        ProductId product;
        Edge edge;
    };
    std::vector<Pair> pairs;
    const Model& numbers = model.model();
    for (ProductId product = 0; product < numbers.products(); ++product)
        numbers.for_each_neighbour(product, [&](const Edge& edge) {
            if (edge.weight > 0 && edge.support_class > 0)
                pairs.push_back({product, edge});
        });
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.edge.weight > b.edge.weight; });
    nlohmann::json told = nlohmann::json::array();
    std::map<std::pair<ProductId, ProductId>, bool> seen;
    for (const auto& [product, edge] : pairs) {
        if (told.size() == most)
            break;
        if (!seen.try_emplace(std::minmax(product, edge.neighbour), true).second)
            continue;
        nlohmann::json with = json_of(model, product, edge);
        told.push_back({{"product", {{"id", model.id(product)}, {"title", model.title(product)}}},
                        {"with", std::move(with)}});
    }
    return told;
}

nlohmann::json product_list(const ModelText& model) {
    const Model& numbers = model.model();
    nlohmann::json products = nlohmann::json::array();
    for (ProductId product = 0; product < numbers.products(); ++product) {
        std::size_t neighbours = 0;
        numbers.for_each_neighbour(product,
                                   [&](const Edge& edge) { neighbours += edge.weight > 0; });
        const std::uint16_t category = numbers.category(product);
        products.push_back(
            {{"id", model.id(product)},
             {"title", model.title(product)},
             {"priceMinor", numbers.price(product)},
             {"category", category == kNoGroup ? -1 : int{category}},
             {"share", numbers.sold(product) ? std::exp2(-numbers.share(product) / 8.0) : 0.0},
             {"neighbours", neighbours}});
    }
    return {{"products", std::move(products)},
            {"categories", lines_of(numbers.text(Section::category_names))},
            {"currency", numbers.currency()},
            {"exponent", numbers.exponent()}};
}

nlohmann::json product_map(const ModelText& model, std::size_t products, std::size_t edges) {
    const Model& numbers = model.model();
    const std::size_t count = std::min<std::size_t>(products, numbers.products());
    nlohmann::json links = nlohmann::json::array();
    for (ProductId product = 0; product < count; ++product) {
        std::size_t left = edges;
        for (const Edge& edge : neighbours(numbers, product))
            if (edge.weight > 0 && edge.neighbour < count && left > 0) {
                links.push_back({product, edge.neighbour, model.score(edge.weight)});
                --left;
            }
    }
    return {{"products", count}, {"links", std::move(links)}};
}

nlohmann::json never_offered(const ModelText& model, const Config& config, std::size_t places) {
    RowQuestion question;
    question.top = places;
    Offers offers(model, config, question);
    std::vector<bool> offered(model.model().products(), false);
    for (ProductId product = 0; product < offered.size(); ++product)
        for (const Offer& offer : offers.row({product}))
            offered[offer.product] = true;
    nlohmann::json never = nlohmann::json::array();
    for (ProductId product = 0; product < offered.size(); ++product)
        if (!offered[product])
            never.push_back(product);
    return never;
}

nlohmann::json row_report(const ModelText& model, const Config& config,
                          const nlohmann::json& asked) {
    if (!asked.is_object())
        throw CallError("a question is an object");
    RowQuestion question;
    question.lists = asked.value("lists", std::vector<std::string>{});
    question.product = asked.value("product", "");
    question.placement = asked.value("placement", question.product.empty() ? "cart" : "product");
    question.stage = asked.value("stage", question.stage);
    question.day = asked.value("day", "");
    question.top = asked.value("top", std::size_t{4});
    if (!parse_placement(question.placement) || !parse_stage(question.stage))
        throw CallError("there is no such placement or stage");
    Offers offers(model, config, question);
    std::vector<std::string> unknown;
    const std::vector<ProductId> cart =
        model.cart(asked.value("cart", std::vector<std::string>{}), unknown);
    nlohmann::json items = nlohmann::json::array();
    for (const Offer& offer :
         asked.value("bundle", false) ? offers.bundle(cart) : offers.row(cart)) {
        items.push_back(item_of(model, offer));
        items.back()["why"] = offers.why(cart, offer.product);
    }
    return {{"items", std::move(items)}, {"left_out", offers.left_out(cart)}, {"unknown", unknown}};
}

}  // namespace goeswith
