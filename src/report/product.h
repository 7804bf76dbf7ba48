#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "report/model_text.h"

namespace goeswith {

/// What is inside a model, by name: at least products, edges, bytes and version.
nlohmann::json summary(const ModelText& model);

/// What is known of a product besides who goes with it; what is not known is left out.
nlohmann::json product_facts(const ModelText& model, ProductId product);

/// The neighbours of a product, strongest first.
std::vector<Edge> neighbours(const Model& model, ProductId product);

/// A neighbour with its evidence: weight, support, and lift where the model tells it.
nlohmann::json json_of(const ModelText& model, ProductId product, const Edge& edge);

/// All that a model knows of a product.
nlohmann::json product_report(const ModelText& model, ProductId product);

}  // namespace goeswith
