#include "train/train.h"

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/orders_options.h"
#include "cli/progress_bar.h"
#include "report/training.h"

namespace goeswith {
namespace {

struct TrainCommand {
    OrdersOptions input;
    TrainOptions options;
    std::string output;
    std::string report;
};

void run(const TrainCommand& command) {
    const Orders orders = command.input.read();
    const Config shop = command.input.read_shop();
    Training training;
    {
        StageBars bars;
        training = train_shop(orders, shop, command.options, bars.function());
    }
    const TrainResult& result = training.result;
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
        StageBars bars;
        const Evaluation newest = ask_newest(orders, command.options, bars.function());
        const nlohmann::json report = training_report(orders, training, newest);
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
