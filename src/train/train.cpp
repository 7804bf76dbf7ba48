#include "train/train.h"

#include <limits>
#include <utility>

#include "read/data_error.h"
#include "train/facts.h"

namespace goeswith {
namespace {

// 0 in the file means that the price is not known; a planning price beyond 32 bits is not either.
std::uint32_t planning_price(std::int64_t price_minor) {
    const bool fits = price_minor > 0 && price_minor <= std::numeric_limits<std::uint32_t>::max();
    return fits ? static_cast<std::uint32_t>(price_minor) : 0;
}

/// What is told of each product whether or not somebody bought it with another.
void add_products(const Orders& orders, const Baskets& baskets, const TrainOptions& options,
                  ModelContent& content) {
    content.currency = orders.currency;
    content.exponent = orders.exponent;
    content.support_floor = options.weights.candidates.support_floor;
    bool priced = false;
    for (const std::uint32_t number : baskets.product_of) {
        const Product& product = orders.products[number];
        content.ids.push_back(product.id);
        if (options.details) {
            content.titles.push_back(product.title);
            content.urls.push_back(product.url);
            content.images.push_back(product.image);
        }
        content.prices.push_back(planning_price(product.price_minor));
        priced = priced || content.prices.back() > 0;
    }
    if (!priced)
        content.prices.clear();
}

}  // namespace

TrainResult train(const Orders& orders, std::span<const std::uint32_t> chosen,
                  const TrainOptions& options, const StageProgress& progress) {
    Baskets baskets = make_baskets(orders, chosen, options.baskets);
    TrainResult result;
    TrainReport& report = result.report;
    report.orders = chosen.size();
    report.orders_of_one = baskets.singles;
    report.orders_too_large = baskets.too_large;
    report.orders_beyond_cap = baskets.beyond_cap;
    report.products = baskets.products();
    std::vector<bool> ordered(orders.products.size(), false);
    for (const std::uint32_t order : chosen)
        for (const std::uint32_t product : orders.basket(order))
            ordered[product] = true;
    for (const bool was : ordered)
        report.products_ordered += was;
    if (report.products == 0)
        throw DataError(
            "the orders", 0,
            "no product was bought in " + std::to_string(options.baskets.product_floor) +
                " orders or more (" + std::to_string(report.orders) + " orders of " +
                std::to_string(report.products_ordered) +
                " products were read): a model needs more orders, or an id that stays the "
                "same from order to order");

    ModelContent content;
    content.own = options.own;
    content.rows =
        make_weights(baskets, Counts(baskets, options.weights.recency), options.weights, progress);
    for (const auto& row : content.rows) {
        report.edges += row.size();
        report.products_without_edges += row.empty();
    }
    if (options.details)
        add_newcomers(orders, options.named_products, baskets);
    report.newcomers = baskets.products() - report.products;
    content.rows.resize(baskets.products());
    add_products(orders, baskets, options, content);
    add_shares_and_days(orders, chosen, baskets, content);
    if (options.details) {
        add_catalogue(orders, baskets, options.named_tags, content);
        add_intervals(orders, chosen, baskets, content);
        add_trending(orders, chosen, baskets, content);
        add_upgrades(content);
    }
    result.model = write_model(content);
    report.size_bytes = result.model.size();
    return result;
}

}  // namespace goeswith
