#include "report/training.h"

#include <utility>

#include "train/readiness.h"

namespace goeswith {
namespace {

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

StageProgress stage(const Stages& progress, const char* name) {
    if (!progress)
        return {};
    return [progress, name](double share) { progress(name, share); };
}

}  // namespace

Training train_shop(const Orders& orders, const Config& shop, const TrainOptions& options,
                    const Stages& progress) {
    Training made;
    made.chosen = choose_options(orders, all_orders(orders), options, stage(progress, "choosing"));
    made.chosen.options.named_products = named_products(shop);
    made.chosen.options.named_tags = named_tags(shop);
    made.result =
        train(orders, all_orders(orders), made.chosen.options, stage(progress, "training"));
    return made;
}

Evaluation ask_newest(const Orders& orders, const TrainOptions& options, const Stages& progress) {
    EvaluateOptions evaluation;
    evaluation.methods = {"popularity", "goeswith"};
    evaluation.train = options;
    return evaluate(orders, evaluation, stage(progress, "asking newest orders"));
}

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

nlohmann::json training_report(const Orders& orders, const Training& training,
                               const Evaluation& newest) {
    const Readiness ready = readiness(training.result.report, newest);
    return {{"read", json_of(orders.report)},
            {"chosen", json_of(training.chosen)},
            {"trained", json_of(training.result.report)},
            {"newest_orders", json_of(newest)},
            {"readiness", {{"grade", ready.grade}, {"reason", ready.reason}}}};
}

}  // namespace goeswith
