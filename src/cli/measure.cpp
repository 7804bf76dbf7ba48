#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/orders_options.h"
#include "cli/progress_bar.h"
#include "cli/table.h"
#include "read/data_error.h"
#include "read/text.h"
#include "train/experiment.h"

namespace goeswith {
namespace {

struct MeasureCommand {
    OrdersOptions input;
    std::string label;
    std::string prefix;
    std::string by;
    std::string control;
    bool json = false;
};

struct Figure {
    const char* key;
    const char* name;
    bool money;
    bool percent;
};
constexpr Figure kFigures[kMetrics] = {
    {"average_order_value", "average order value", true, false},
    {"attach_rate", "attach rate", false, true},
    {"items_per_order", "items per order", false, false},
    {"revenue_per_order", "revenue per order", true, false},
};

/// The arms of the experiment, and which of them each order is in.
struct Labels {
    std::vector<std::string> names;  // by name
    std::vector<std::uint32_t> arm_of;
    std::uint64_t without = 0;  // orders without a label
};

/// The first of the values of a field that begins with the prefix, without it: exports write
/// several tags into one field, and several notes below one another.
std::string label_in(std::string_view field, std::string_view prefix) {
    if (prefix.empty())
        return std::string(field);
    for (std::size_t begin = 0; begin <= field.size();) {
        const std::size_t end = std::min(field.find_first_of(",;|", begin), field.size());
        const std::string_view part = trimmed(field.substr(begin, end - begin));
        if (part.size() > prefix.size() && part.starts_with(prefix))
            return std::string(trimmed(part.substr(prefix.size())));
        begin = end + 1;
    }
    return {};
}

Labels labels_of(const KeptColumn& column, const std::string& prefix) {
    Labels labels;
    std::vector<std::string> label_of_value;
    std::map<std::string, std::uint32_t> arms;
    for (const std::string& value : column.values) {
        label_of_value.push_back(label_in(value, prefix));
        if (!label_of_value.back().empty())
            arms[label_of_value.back()] = 0;
    }
    for (auto& [name, arm] : arms) {
        arm = static_cast<std::uint32_t>(labels.names.size());
        labels.names.push_back(name);
    }
    for (const std::uint32_t value : column.value_of) {
        const std::string& label = label_of_value[value];
        labels.arm_of.push_back(label.empty() ? kNoArm : arms[label]);
        labels.without += label.empty() ? 1 : 0;
    }
    return labels;
}

std::size_t control_of(const Labels& labels, const std::string& asked) {
    const auto find = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(labels.names.begin(), labels.names.end(), name) -
                                        labels.names.begin());
    };
    if (asked.empty()) {
        for (const char* usual : {"hidden", "control", "off", "none"})
            if (find(usual) < labels.names.size())
                return find(usual);
        return 0;
    }
    if (find(asked) < labels.names.size())
        return find(asked);
    std::string there;
    for (const std::string& name : labels.names)
        there += (there.empty() ? "" : ", ") + name;
    throw CallError("no order has the label " + asked + "; there are " + there);
}

/// Amounts in units of the currency; JSON and people read the same numbers.
class Report {
  public:
    Report(const Orders& orders, const Labels& labels, std::size_t control)
        : labels_(labels), control_(control), currency_(orders.currency) {
        for (int i = 0; i < orders.exponent; ++i)
            minor_ *= 10;
        digits_ = orders.exponent;
    }

    nlohmann::json json(const std::vector<Arm>& arms) const {
        nlohmann::json rows = nlohmann::json::array();
        for (std::size_t arm = 0; arm < arms.size(); ++arm) {
            nlohmann::json row = {{"label", labels_.names[arm]},
                                  {"orders", arms[arm].orders},
                                  {"orders_without_amount", arms[arm].unpriced},
                                  {"shoppers", arms[arm].shoppers}};
            for (std::size_t m = 0; m < kMetrics; ++m)
                row[kFigures[m].key] = estimate(arms[arm].estimates[m], unit(m));
            for (std::size_t m = 0; m < kMetrics && arm != control_; ++m) {
                const Difference& difference = arms[arm].differences[m];
                nlohmann::json figure = estimate(difference.absolute, unit(m));
                figure["relative"] = estimate(difference.relative, 1);
                figure["told"] = difference.told;
                figure["orders_needed"] = std::llround(difference.orders_needed);
                row["difference"][kFigures[m].key] = std::move(figure);
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

    void print(const std::vector<Arm>& arms) const {
        Table table({"label", ">orders", ">shoppers", ">average order value", ">attach rate",
                     ">items per order", ">revenue per order"});
        for (std::size_t arm = 0; arm < arms.size(); ++arm) {
            std::vector<std::string> row = {labels_.names[arm], std::to_string(arms[arm].orders),
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
            if (arm != control_)
                print_differences(arms[arm], arm, arms[control_]);
    }

  private:
    void print_differences(const Arm& arm, std::size_t number, const Arm& control) const {
        std::cout << "\n"
                  << labels_.names[number] << " against " << labels_.names[control_] << '\n';
        Table table({"", ">difference", "95 % interval", ""});
        for (std::size_t m = 0; m < kMetrics; ++m) {
            const Difference& d = arm.differences[m];
            table.add({kFigures[m].name, signed_percent(d.relative.value),
                       signed_percent(d.relative.low) + " to " + signed_percent(d.relative.high),
                       verdict(d, std::min(arm.shoppers, control.shoppers),
                               arm.orders + control.orders)});
        }
        table.print(std::cout);
    }

    static std::string verdict(const Difference& difference, std::uint64_t shoppers,
                               std::uint64_t orders) {
        if (difference.told)
            return difference.absolute.value > 0 ? "higher" : "lower";
        if (shoppers < kLeastShoppers)
            return "cannot tell yet: " + std::to_string(shoppers) + " shoppers, and " +
                   std::to_string(kLeastShoppers) + " in each label is the least";
        if (difference.orders_needed > static_cast<double>(orders))
            return "cannot tell yet: 5 % would show in about " + rounded(difference.orders_needed) +
                   " orders";
        return "cannot tell: if there is a difference, it is small";
    }

    /// Two digits are all that such a forecast is worth.
    static std::string rounded(double value) {
        double unit = 1;
        while (value / unit >= 100)
            unit *= 10;
        return decimals(std::ceil(value / unit) * unit, 0);
    }

    nlohmann::json estimate(const Estimate& told, double by) const {
        return {{"value", told.value / by}, {"low", told.low / by}, {"high", told.high / by}};
    }
    double unit(std::size_t metric) const { return kFigures[metric].money ? minor_ : 1; }

    std::string written(double value, std::size_t metric) const {
        if (kFigures[metric].money)
            return decimals(value / minor_, digits_) + (currency_.empty() ? "" : " " + currency_);
        return kFigures[metric].percent ? decimals(100 * value, 1) + " %" : decimals(value, 2);
    }
    static std::string signed_percent(double share) {
        return (share < 0 ? "" : "+") + decimals(100 * share, 1) + " %";
    }

    const Labels& labels_;
    std::size_t control_;
    std::string currency_;
    double minor_ = 1;
    int digits_ = 2;
};

/// What a reader of the figures has to know to read them right.
void tell_limits(const Orders& orders, const Labels& labels, std::size_t groups) {
    if (labels.without > 0)
        std::cerr << "note: " << labels.without << " of " << orders.size()
                  << " orders have no label and are left out\n";
    if (std::all_of(orders.customer.begin(), orders.customer.end(),
                    [](std::uint32_t customer) { return customer == kNoCustomer; }))
        std::cerr << "note: no order names a customer, so that each counts as one of its own: "
                     "where shoppers order often, the intervals are too narrow\n";
    if (groups > 1)
        std::cerr << "note: among " << groups << " groups one in twenty differs by chance alone\n";
}

void run(const MeasureCommand& command) {
    std::vector<std::string> keep{command.label};
    if (!command.by.empty())
        keep.push_back(command.by);
    const Orders orders = command.input.read(keep);
    tell_left_out(orders.report);
    const Labels labels = labels_of(orders.kept[0], command.prefix);
    if (labels.names.size() < 2)
        throw DataError(command.input.orders.front(), 0,
                        labels.names.empty()
                            ? "no order has a label in the column " + command.label
                            : "every label in the column " + command.label + " is " +
                                  labels.names[0] + "; two are needed for a comparison");
    constexpr std::size_t kMostLabels = 20;
    if (labels.names.size() > kMostLabels)
        throw DataError(command.input.orders.front(), 0,
                        "the column " + command.label + " has " +
                            std::to_string(labels.names.size()) +
                            " values; is that the label? --prefix finds it among tags or notes");
    const std::size_t control = control_of(labels, command.control);
    const Report report(orders, labels, control);
    const auto compare = [&](std::span<const std::uint32_t> arm_of) {
        return compare_arms(orders, arm_of, labels.names.size(), control);
    };

    const std::vector<Arm> all = compare(labels.arm_of);
    // A further column: the same comparison within each of its values.
    std::map<std::string, std::vector<Arm>> groups;
    if (!command.by.empty()) {
        const KeptColumn& column = orders.kept[1];
        constexpr std::size_t kMostGroups = 1000;
        if (column.values.size() > kMostGroups)
            throw DataError(command.input.orders.front(), 0,
                            "the column " + command.by + " has more than 1000 values");
        for (std::uint32_t value = 0; value < column.values.size(); ++value) {
            std::vector<std::uint32_t> arm_of(labels.arm_of);
            std::size_t left = 0;
            for (std::size_t order = 0; order < orders.size(); ++order)
                if (column.value_of[order] != value)
                    arm_of[order] = kNoArm;
                else
                    left += arm_of[order] != kNoArm;
            if (left > 0)
                groups[value == 0 ? "(empty)" : column.values[value]] = compare(arm_of);
        }
    }
    tell_limits(orders, labels, groups.size());

    if (command.json) {
        nlohmann::json json = {
            {"column", command.label},     {"control", labels.names[control]},
            {"currency", orders.currency}, {"confidence", 0.95},
            {"orders", orders.size()},     {"orders_without_label", labels.without},
            {"labels", report.json(all)}};
        for (const auto& [value, arms] : groups)
            json["by"].push_back(
                {{"column", command.by}, {"value", value}, {"labels", report.json(arms)}});
        std::cout << json.dump(2) << '\n';
        return;
    }
    report.print(all);
    for (const auto& [value, arms] : groups) {
        std::cout << "\n== " << command.by << ": " << value << " ==\n";
        report.print(arms);
    }
}

}  // namespace

void add_measure(CLI::App& app) {
    auto command = std::make_shared<MeasureCommand>();
    CLI::App* sub = app.add_subcommand(
        "measure", "What an experiment brought: orders by label, with 95 % intervals");
    command->input.add_to(*sub);
    sub->add_option("--label", command->label,
                    "The column that tells the label of an order, as the export names it")
        ->required()
        ->type_name("COLUMN");
    sub->add_option("--prefix", command->prefix,
                    "The label is what follows this text in the column: \"goeswith: \" among notes "
                    "or tags")
        ->type_name("TEXT");
    sub->add_option("--by", command->by, "The same again for each value of this column")
        ->type_name("COLUMN");
    sub->add_option("--control", command->control,
                    "The label that the others are compared with; hidden, control, off or none "
                    "unless given, else the first by name")
        ->type_name("LABEL");
    sub->add_flag("--json", command->json, "JSON instead of a table; rates as shares of 1");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
