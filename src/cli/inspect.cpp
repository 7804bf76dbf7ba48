#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/model_file.h"
#include "cli/table.h"
#include "read/data_error.h"
#include "read/time.h"
#include "train/lift.h"

namespace goeswith {
namespace {

struct InspectCommand {
    std::string model;
    std::string product;
    bool json = false;
};

nlohmann::json summary(const ModelFile& file) {
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

/// What is known of a product besides who goes with it; what is not known is left out.
nlohmann::json facts(const ModelFile& file, ProductId product) {
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

nlohmann::json json_of(const ModelFile& file, ProductId product, const Edge& edge) {
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

/// "1.5 to 3.2", or "1.5 and more".
std::string range(double from, const std::optional<double>& to, int digits) {
    return decimals(from, digits) + (to ? " to " + decimals(*to, digits) : " and more");
}

void show_product(const ModelFile& file, ProductId product, bool as_json) {
    const Model& model = file.model();
    const std::vector<Edge> edges = neighbours(model, product);
    if (as_json) {
        nlohmann::json list = nlohmann::json::array();
        for (const Edge& edge : edges)
            list.push_back(json_of(file, product, edge));
        nlohmann::json json = facts(file, product);
        json.update({{"id", file.id(product)},
                     {"title", file.title(product)},
                     {"popularity_rank", product + 1},
                     {"neighbours", std::move(list)}});
        std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        return;
    }
    std::cout << file.id(product) << "  " << file.title(product) << "  " << file.price(product)
              << "\nbest seller number " << product + 1 << " of " << model.products() << ", "
              << edges.size() << " neighbours\n";
    const nlohmann::json told = facts(file, product);
    for (const auto& [key, value] : told.items())
        std::cout << key << ": " << (value.is_string() ? value.get<std::string>() : value.dump())
                  << '\n';
    Table table({"id", "title", ">weight", ">together, customers", ">lift", ">95 % interval"});
    for (const Edge& edge : edges) {
        const auto lift = lift_of(model, product, edge);
        const auto last = [&] { return std::optional<double>(*lift->support_below - 1.0); };
        table.add({std::string(file.id(edge.neighbour)), std::string(file.title(edge.neighbour)),
                   decimals(file.score(edge.weight), 4),
                   lift ? range(lift->support, lift->support_below ? last() : std::nullopt, 0)
                        : "too few to say",
                   lift ? range(lift->least, lift->most, 1) : "",
                   lift ? range(lift->low, lift->high, 1) : ""});
    }
    table.print(std::cout);
}

void run(const InspectCommand& command) {
    const ModelFile file(command.model);
    if (!command.product.empty()) {
        ProductId product;
        if (!file.find(command.product, product))
            throw CallError("the model has no product \"" + command.product + "\"");
        return show_product(file, product, command.json);
    }
    const nlohmann::json json = summary(file);
    if (command.json) {
        std::cout << json.dump(2) << '\n';
        return;
    }
    Table table({"what", ">how much"});
    for (const auto& [key, value] : json.items())
        table.add({key, value.is_string() ? value.get<std::string>() : value.dump()});
    table.print(std::cout);
}

}  // namespace

void add_inspect(CLI::App& app) {
    auto command = std::make_shared<InspectCommand>();
    CLI::App* sub = app.add_subcommand("inspect", "What is inside a model");
    sub->add_option("model", command->model, "A model file")->required()->type_name("MODEL");
    sub->add_option("--product", command->product, "Show the neighbours of this product")
        ->type_name("ID");
    sub->add_flag("--json", command->json, "JSON instead of a table");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
