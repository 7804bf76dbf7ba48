#include "train/evaluate.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/orders_options.h"
#include "cli/progress_bar.h"
#include "cli/table.h"

namespace goeswith {
namespace {

struct EvaluateCommand {
    OrdersOptions input;
    EvaluateOptions options;
    bool json = false;
};

void print_json(const Evaluation& evaluation) {
    nlohmann::json methods = nlohmann::json::array();
    for (const Accuracy& accuracy : evaluation.methods)
        methods.push_back({{"method", accuracy.method},
                           {"hr10", accuracy.hr10},
                           {"ndcg10", accuracy.ndcg10},
                           {"mrr", accuracy.mrr},
                           {"coverage", accuracy.coverage},
                           {"seconds", accuracy.seconds},
                           {"bytes", accuracy.size_bytes}});
    const nlohmann::json json = {{"split", evaluation.by_time ? "time" : "random"},
                                 {"train_orders", evaluation.train_orders},
                                 {"test_orders", evaluation.test_orders},
                                 {"products", evaluation.known_products},
                                 {"questions", evaluation.questions},
                                 {"methods", std::move(methods)}};
    std::cout << json.dump(2) << '\n';
}

void print_table(const Evaluation& evaluation) {
    std::cout << evaluation.questions << " questions from "
              << (evaluation.by_time ? "the newest " : "a random choice of ")
              << evaluation.test_orders << " orders, after training on " << evaluation.train_orders
              << "; " << evaluation.known_products << " products\n";
    Table table({"method", ">HR@10", ">NDCG@10", ">MRR", ">coverage", ">seconds", ">bytes"});
    for (const Accuracy& accuracy : evaluation.methods)
        table.add({accuracy.method, decimals(accuracy.hr10, 4), decimals(accuracy.ndcg10, 4),
                   decimals(accuracy.mrr, 4), decimals(accuracy.coverage, 3),
                   decimals(accuracy.seconds, 2),
                   accuracy.size_bytes > 0 ? std::to_string(accuracy.size_bytes) : "-"});
    table.print(std::cout);
}

void run(const EvaluateCommand& command) {
    const Orders orders = command.input.read();
    tell_left_out(orders.report);
    Evaluation evaluation;
    {
        ProgressBar progress("evaluating");
        evaluation = evaluate(orders, command.options, progress.function());
    }
    command.json ? print_json(evaluation) : print_table(evaluation);
}

}  // namespace

void add_evaluate(CLI::App& app) {
    auto command = std::make_shared<EvaluateCommand>();
    EvaluateOptions& options = command->options;
    CLI::App* sub = app.add_subcommand(
        "evaluate", "How often each method finds the product that was taken out of an order");
    command->input.add_to(*sub);
    add_train_options(*sub, options.train);
    sub->add_option("--split", options.split,
                    "time asks about the newest tenth of the orders, random about a seeded random "
                    "tenth; time where every order has a date unless given")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, SplitBy>{{"time", SplitBy::time}, {"random", SplitBy::random}}));
    sub->add_option(
           "--methods", options.methods,
           "Of popularity, cosine, bm25, ease, goeswith, history; popularity, cosine and goeswith "
           "unless given")
        ->delimiter(',')
        ->check(CLI::IsMember(evaluation_methods()));
    sub->add_option("--min", options.least_orders,
                    "Ask only about products in at least this many training orders")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    sub->add_option("--ease-strength", options.ease_strength,
                    "lambda of ease: what is added to the diagonal, in orders")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--seed", options.seed, "Of what is drawn: another seed, other questions")
        ->capture_default_str();
    sub->add_flag("--json", command->json, "JSON instead of a table");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
