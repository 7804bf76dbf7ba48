#include "cli/commands.h"
#include "cli/orders_options.h"
#include "cli/table.h"
#include "report/experiment.h"

#include <iostream>
#include <memory>

namespace goeswith {
namespace {

struct MeasureCommand {
    OrdersOptions input;
    ExperimentQuestion question;
    bool json = false;
};

/// The figures for people, in units of the currency.
class Printer {
  public:
    Printer(const Orders& orders, const Experiment& experiment)
        : experiment_(experiment), currency_(orders.currency), digits_(orders.exponent) {
        for (int i = 0; i < digits_; ++i)
            minor_ *= 10;
    }

    void print(const std::vector<Arm>& arms) const {
        Table table({"label", ">orders", ">shoppers", ">average order value", ">attach rate",
                     ">items per order", ">revenue per order"});
        for (std::size_t arm = 0; arm < arms.size(); ++arm) {
            std::vector<std::string> row = {experiment_.labels[arm],
                                            std::to_string(arms[arm].orders),
                                            std::to_string(arms[arm].shoppers)};
            for (std::size_t m = 0; m < kMetrics; ++m) {
                const Estimate& told = arms[arm].estimates[m];
                row.push_back(written(told.value, m) + " (" + written(told.low, m) + " to " +
                              written(told.high, m) + ")");
            }
            table.add(std::move(row));
        }
        table.print(std::cout);
        for (std::size_t arm = 0; arm < arms.size(); ++arm)
            if (arm != experiment_.control)
                print_differences(arms[arm], arm, arms[experiment_.control]);
    }

  private:
    void print_differences(const Arm& arm, std::size_t number, const Arm& control) const {
        std::cout << "\n"
                  << experiment_.labels[number] << " against "
                  << experiment_.labels[experiment_.control] << '\n';
        Table table({"", ">difference", "95 % interval", ""});
        for (std::size_t m = 0; m < kMetrics; ++m) {
            const Difference& d = arm.differences[m];
            table.add({kFigures[m].name, signed_percent(d.relative.value),
                       signed_percent(d.relative.low) + " to " + signed_percent(d.relative.high),
                       verdict(d, arm, control)});
        }
        table.print(std::cout);
    }

    std::string written(double value, std::size_t metric) const {
        if (kFigures[metric].money)
            return decimals(value / minor_, digits_) + (currency_.empty() ? "" : " " + currency_);
        return kFigures[metric].percent ? decimals(100 * value, 1) + " %" : decimals(value, 2);
    }
    static std::string signed_percent(double share) {
        return (share < 0 ? "" : "+") + decimals(100 * share, 1) + " %";
    }

    const Experiment& experiment_;
    std::string currency_;
    int digits_;
    double minor_ = 1;
};

void run(const MeasureCommand& command) {
    const Orders orders = command.input.read(command.question.columns());
    tell_left_out(orders.report);
    const Experiment experiment =
        compare_labels(orders, command.question, command.input.orders.front());
    for (const std::string& note : experiment.notes)
        std::cerr << "note: " << note << '\n';
    if (command.json) {
        std::cout << json_of(experiment, orders, command.question).dump(2) << '\n';
        return;
    }
    const Printer printer(orders, experiment);
    printer.print(experiment.arms);
    for (const auto& [value, arms] : experiment.groups) {
        std::cout << "\n== " << command.question.by << ": " << value << " ==\n";
        printer.print(arms);
    }
}

}  // namespace

void add_measure(CLI::App& app) {
    auto command = std::make_shared<MeasureCommand>();
    CLI::App* sub = app.add_subcommand(
        "measure", "What an experiment brought: orders by label, with 95 % intervals");
    command->input.add_to(*sub);
    sub->add_option("--label", command->question.label,
                    "The column that tells the label of an order, as the export names it")
        ->required()
        ->type_name("COLUMN");
    sub->add_option("--prefix", command->question.prefix,
                    "The label is what follows this text in the column: \"goeswith: \" among notes "
                    "or tags")
        ->type_name("TEXT");
    sub->add_option("--by", command->question.by, "The same again for each value of this column")
        ->type_name("COLUMN");
    sub->add_option("--control", command->question.control,
                    "The label that the others are compared with; hidden, control, off or none "
                    "unless given, else the first by name")
        ->type_name("LABEL");
    sub->add_flag("--json", command->json, "JSON instead of a table; rates as shares of 1");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
