#include "train/train.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/orders_options.h"
#include "cli/progress_bar.h"
#include "train/choose.h"
#include "train/readiness.h"

namespace goeswith {
namespace {

struct TrainCommand {
    OrdersOptions input;
    TrainOptions options;
    std::string output;
    std::string report;
};

nlohmann::json json_of(const ReadReport& read) {
    nlohmann::json left_out = nlohmann::json::array();
    for (const LeftOut& left : read.left_out)
        left_out.push_back(
            {{"reason", left.reason}, {"lines", left.lines}, {"example", left.example}});
    nlohmann::json warnings = nlohmann::json::array();
    for (const Warning& warning : read.warnings)
        warnings.push_back({{"about", warning.about}, {"text", warning.text}});
    nlohmann::json report = {{"format", read.format},         {"lines", read.lines},
                             {"lines_used", read.lines_used}, {"left_out", std::move(left_out)},
                             {"notes", read.notes},           {"warnings", std::move(warnings)}};
    if (read.joined)
        report["catalogue"] = {{"by_id", read.joined->by_id},
                               {"by_sku", read.joined->by_sku},
                               {"by_name", read.joined->by_name},
                               {"not_found", read.joined->not_found}};
    return report;
}

nlohmann::json json_of(const TrainReport& report) {
    return {{"orders", report.orders},
            {"orders_of_one_product", report.orders_of_one},
            {"orders_too_large_for_pairs", report.orders_too_large},
            {"orders_beyond_a_customers_share", report.orders_beyond_cap},
            {"products_ordered", report.products_ordered},
            {"products", report.products},
            {"newcomers", report.newcomers},
            {"products_without_edges", report.products_without_edges},
            {"edges", report.edges},
            {"bytes", report.size_bytes}};
}

/// How good the model is on the newest orders, next to showing everyone the best sellers.
Evaluation measure_newest(const Orders& orders, const TrainOptions& options) {
    EvaluateOptions evaluation;
    evaluation.methods = {"popularity", "goeswith"};
    evaluation.train = options;
    ProgressBar progress("asking newest orders");
    return evaluate(orders, evaluation, progress.function());
}

nlohmann::json json_of(const Evaluation& result) {
    nlohmann::json json = {{"orders", result.test_orders},
                           {"questions", result.questions},
                           {"newest", result.by_time}};
    for (const Accuracy& accuracy : result.methods)
        json[accuracy.method == "popularity" ? "best_sellers" : "model"] = {
            {"hr10", accuracy.hr10}, {"ndcg10", accuracy.ndcg10}};
    return json;
}

nlohmann::json json_of(const Chosen& chosen) {
    nlohmann::json trials = nlohmann::json::array();
    for (const Trial& trial : chosen.trials)
        trials.push_back({{"recency", trial.recency},
                          {"strength", trial.strength},
                          {"own", trial.own},
                          {"hr10", trial.hr10},
                          {"ndcg10", trial.ndcg10},
                          {"chosen", trial.chosen}});
    const WeightOptions& weights = chosen.options.weights;
    return {{"recency", weights.recency},
            {"strength", weights.ridge.strength},
            {"own", chosen.options.own},
            {"questions", chosen.questions},
            {"trials", std::move(trials)}};
}

void run(const TrainCommand& command) {
    const Orders orders = command.input.read();
    const Config shop = command.input.read_shop();
    Chosen chosen;
    {
        ProgressBar progress("choosing");
        chosen = choose_options(orders, all_orders(orders), command.options, progress.function());
        chosen.options.named_products = named_products(shop);
        chosen.options.named_tags = named_tags(shop);
    }
    TrainResult result;
    {
        ProgressBar progress("training");
        result = train(orders, all_orders(orders), chosen.options, progress.function());
    }
    const TrainReport& trained = result.report;
    tell_left_out(orders.report);
    if (trained.orders_too_large > 0)
        std::cerr << "left out of pairs: " << trained.orders_too_large << " orders of more than "
                  << kLargestBasket << " products\n";
    if (trained.orders_beyond_cap > 0)
        std::cerr << "left out of pairs: " << trained.orders_beyond_cap
                  << " orders of customers who had more than their share (" << kMostPairs
                  << " pairs)\n";
    if (trained.products < trained.products_ordered)
        std::cerr << "left out: " << trained.products_ordered - trained.products
                  << " products in fewer than " << command.options.baskets.product_floor
                  << " orders\n";
    if (trained.edges == 0)
        std::cerr << "no two products were bought together by "
                  << command.options.weights.candidates.support_floor
                  << " customers or more: this is a model of best sellers alone\n";
    if (!command.report.empty()) {
        const Evaluation newest = measure_newest(orders, command.options);
        const Readiness ready = readiness(trained, newest);
        const nlohmann::json report = {
            {"read", json_of(orders.report)},
            {"chosen", json_of(chosen)},
            {"trained", json_of(trained)},
            {"newest_orders", json_of(newest)},
            {"readiness", {{"grade", ready.grade}, {"reason", ready.reason}}}};
        write_file(command.report, report.dump(2) + "\n");
    }
    write_file(command.output,
               {reinterpret_cast<const char*>(result.model.data()), result.model.size()});
    std::cout << command.output << ": " << trained.products << " products, " << trained.edges
              << " affinities from " << trained.orders << " orders, " << trained.size_bytes
              << " bytes\n";
}

}  // namespace

void add_train(CLI::App& app) {
    auto command = std::make_shared<TrainCommand>();
    CLI::App* sub = app.add_subcommand("train", "Past orders to one model file");
    command->input.add_to(*sub);
    add_train_options(*sub, command->options);
    sub->add_option("-o,--output", command->output, "The model file to write")
        ->required()
        ->type_name("shop.gw");
    sub->add_option("--report", command->report,
                    "Also write what was read and left out, and how good the model is on the "
                    "newest orders")
        ->type_name("report.json");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
