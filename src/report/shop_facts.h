#pragma once

#include <nlohmann/json.hpp>

#include "config/config.h"
#include "read/orders.h"
#include "report/model_text.h"

namespace goeswith {

// What a merchant wants to see of a shop, as JSON.

/// How many orders and products there are, from when to when, in which currency, and what was left
/// out; orders by month ("2026-05" to a number, months without any included).
nlohmann::json orders_report(const Orders& orders);

/// The pairs with the strongest affinity among those that enough customers bought together, each
/// once, with their evidence; at most so many.
nlohmann::json strongest_pairs(const ModelText& model, std::size_t most);

/// Every product: id, title, price, category's number, share of the orders; best sellers first.
/// Names of the categories stand beside them.
nlohmann::json product_list(const ModelText& model);

/// The best sellers and what binds them: for each of the first so many products its strongest
/// positive affinities to others of them, `[from, to, weight]`.
nlohmann::json product_map(const ModelText& model, std::size_t products, std::size_t edges);

/// Products that stand in no row of so many places, whatever single product is in the cart, under
/// the rules of a configuration; by number. Their share of the catalogue is what a merchant pays
/// for a widget that shows everyone the same.
nlohmann::json never_offered(const ModelText& model, const Config& config, std::size_t places);

/// A row for a cart with its reasons, and what rules had a say in it or left out.
///
/// `question`  `cart`, `product`, `lists`, `placement`, `stage`, `top`; `bundle` asks for a bundle
/// Throws CallError where the question is none, or names a product that is not there.
nlohmann::json row_report(const ModelText& model, const Config& config,
                          const nlohmann::json& question);

}  // namespace goeswith
