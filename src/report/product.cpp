#include "report/product.h"

#include <algorithm>

#include "read/time.h"
#include "train/lift.h"

namespace goeswith {

nlohmann::json summary(const ModelText& file) {
    const Model& model = file.model();
    return {{"version", kVersion},
            {"products", model.products()},
            {"edges", model.edges()},
            {"bytes", model.size_bytes()},
            {"currency", model.currency()},
            {"orders_at_least", model.orders()},
            {"categories", lines_of(model.text(Section::category_names)).size()},
            {"brands", lines_of(model.text(Section::brand_names)).size()},
            {"tags", lines_of(model.text(Section::tag_names)).size()},
            {"trending", model.trending_count()},
            {"titles", !model.text(Section::titles).empty()},
            {"urls", !model.text(Section::urls).empty()},
            {"images", !model.text(Section::images).empty()}};
}

nlohmann::json product_facts(const ModelText& file, ProductId product) {
    const Model& model = file.model();
    constexpr std::int64_t kSecondsADay = 86400;
    nlohmann::json json = nlohmann::json::object();
    const auto group = [&](const char* key, Section names, std::uint16_t number) {
        if (number != kNoGroup)
            json[key] = lines_of(model.text(names))[number];
    };
    group("category", Section::category_names, model.category(product));
    group("brand", Section::brand_names, model.brand(product));
    const auto tags = lines_of(model.text(Section::tag_names));
    for (std::size_t tag = 0; tag < tags.size(); ++tag)
        if (model.tags(product) >> tag & 1)
            json["tags"].push_back(tags[tag]);
    if (model.parent(product) != product)
        json["variant_of"] = file.id(model.parent(product));
    if (model.first_day(product) > 0)
        json["first_seen"] = to_iso(model.first_day(product) * kSecondsADay).substr(0, 10);
    if (model.interval_days(product) > 0)
        json["usual_days_until_bought_again"] = model.interval_days(product);
    if (model.margin_percent(product) != kNoMargin)
        json["margin_percent"] = model.margin_percent(product);
    model.for_each_upgrade(product,
                           [&](ProductId better) { json["upgrades"].push_back(file.id(better)); });
    for (std::size_t at = 0; at < model.trending_count(); ++at)
        if (model.trending(at) == product)
            json["trending_rank"] = at + 1;
    return json;
}

std::vector<Edge> neighbours(const Model& model, ProductId product) {
    std::vector<Edge> edges;
    model.for_each_neighbour(product, [&](const Edge& edge) { edges.push_back(edge); });
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return a.weight > b.weight; });
    return edges;
}

nlohmann::json json_of(const ModelText& file, ProductId product, const Edge& edge) {
    nlohmann::json json = {{"id", file.id(edge.neighbour)},
                           {"title", file.title(edge.neighbour)},
                           {"weight", file.score(edge.weight)},
                           {"support", file.model().support(edge.support_class)}};
    const auto lift = lift_of(file.model(), product, edge);
    if (!lift)
        return json;
    const auto or_null = [](const auto& value) {
        return value ? nlohmann::json(*value) : nlohmann::json();
    };
    json["support_below"] = or_null(lift->support_below);
    json["lift"] = {{"least", lift->least}, {"most", or_null(lift->most)}};
    json["lift_interval"] = {{"low", lift->low}, {"high", or_null(lift->high)}};
    return json;
}

nlohmann::json product_report(const ModelText& file, ProductId product) {
    nlohmann::json list = nlohmann::json::array();
    for (const Edge& edge : neighbours(file.model(), product))
        list.push_back(json_of(file, product, edge));
    nlohmann::json json = product_facts(file, product);
    json.update({{"id", file.id(product)},
                 {"title", file.title(product)},
                 {"popularity_rank", product + 1},
                 {"neighbours", std::move(list)}});
    return json;
}

}  // namespace goeswith
