#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/model_file.h"
#include "cli/table.h"
#include "read/data_error.h"
#include "report/product.h"
#include "train/lift.h"

namespace goeswith {
namespace {

struct InspectCommand {
    std::string model;
    std::string product;
    bool json = false;
};

/// "1.5 to 3.2", or "1.5 and more".
std::string range(double from, const std::optional<double>& to, int digits) {
    return decimals(from, digits) + (to ? " to " + decimals(*to, digits) : " and more");
}

void show_product(const ModelFile& file, ProductId product, bool as_json) {
    const Model& model = file.model();
    if (as_json) {
        std::cout << product_report(file, product)
                         .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
        return;
    }
    const std::vector<Edge> edges = neighbours(model, product);
    std::cout << file.id(product) << "  " << file.title(product) << "  " << file.price(product)
              << "\nbest seller number " << product + 1 << " of " << model.products() << ", "
              << edges.size() << " neighbours\n";
    const nlohmann::json told = product_facts(file, product);
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
