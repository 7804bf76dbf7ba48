#include "report/experiment.h"

#include <algorithm>
#include <cmath>

#include "read/data_error.h"
#include "read/text.h"

namespace goeswith {

const Figure kFigures[kMetrics] = {
    {"average_order_value", "average order value", true, false},
    {"attach_rate", "attach rate", false, true},
    {"items_per_order", "items per order", false, false},
    {"revenue_per_order", "revenue per order", true, false},
};

namespace {

constexpr std::size_t kMostLabels = 20;
constexpr std::size_t kMostGroups = 1000;

/// Which arm each order is in.
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

std::size_t control_of(const std::vector<std::string>& labels, const std::string& asked) {
    const auto find = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), name) -
                                        labels.begin());
    };
    if (asked.empty()) {
        for (const char* usual : {"hidden", "control", "off", "none"})
            if (find(usual) < labels.size())
                return find(usual);
        return 0;
    }
    if (find(asked) < labels.size())
        return find(asked);
    std::string there;
    for (const std::string& name : labels)
        there += (there.empty() ? "" : ", ") + name;
    throw CallError("no order has the label " + asked + "; there are " + there);
}

std::vector<std::string> notes_on(const Orders& orders, const Experiment& experiment) {
    std::vector<std::string> notes;
    if (experiment.without_label > 0)
        notes.push_back(std::to_string(experiment.without_label) + " of " +
                        std::to_string(orders.size()) + " orders have no label and are left out");
    if (std::all_of(orders.customer.begin(), orders.customer.end(),
                    [](std::uint32_t customer) { return customer == kNoCustomer; }))
        notes.push_back(
            "no order names a customer, so that each counts as one of its own: where "
            "shoppers order often, the intervals are too narrow");
    if (experiment.groups.size() > 1)
        notes.push_back("among " + std::to_string(experiment.groups.size()) +
                        " groups one in twenty differs by chance alone");
    return notes;
}

/// Two digits are all that such a forecast is worth.
std::string rounded(double value) {
    double unit = 1;
    while (value / unit >= 100)
        unit *= 10;
    return std::to_string(std::llround(std::ceil(value / unit) * unit));
}

nlohmann::json json_of(const Estimate& told, double by) {
    return {{"value", told.value / by}, {"low", told.low / by}, {"high", told.high / by}};
}

nlohmann::json json_of(const std::vector<Arm>& arms, const Experiment& experiment, double minor) {
    nlohmann::json rows = nlohmann::json::array();
    const Arm& control = arms[experiment.control];
    for (std::size_t at = 0; at < arms.size(); ++at) {
        const Arm& arm = arms[at];
        nlohmann::json row = {{"label", experiment.labels[at]},
                              {"orders", arm.orders},
                              {"orders_without_amount", arm.unpriced},
                              {"shoppers", arm.shoppers}};
        for (std::size_t m = 0; m < kMetrics; ++m) {
            const double unit = kFigures[m].money ? minor : 1;
            row[kFigures[m].key] = json_of(arm.estimates[m], unit);
            if (at == experiment.control)
                continue;
            const Difference& difference = arm.differences[m];
            nlohmann::json figure = json_of(difference.absolute, unit);
            figure["relative"] = json_of(difference.relative, 1);
            figure["told"] = difference.told;
            figure["verdict"] = verdict(difference, arm, control);
            figure["orders_needed"] = std::llround(difference.orders_needed);
            row["difference"][kFigures[m].key] = std::move(figure);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<std::string> ExperimentQuestion::columns() const {
    std::vector<std::string> columns{label};
    if (!by.empty())
        columns.push_back(by);
    return columns;
}

Experiment compare_labels(const Orders& orders, const ExperimentQuestion& question,
                          const std::string& file) {
    Labels labels = labels_of(orders.kept[0], question.prefix);
    if (labels.names.size() < 2)
        throw DataError(file, 0,
                        labels.names.empty()
                            ? "no order has a label in the column " + question.label
                            : "every label in the column " + question.label + " is " +
                                  labels.names[0] + "; two are needed for a comparison");
    if (labels.names.size() > kMostLabels)
        throw DataError(file, 0,
                        "the column " + question.label + " has " +
                            std::to_string(labels.names.size()) +
                            " values; is that the label? --prefix finds it among tags or notes");
    Experiment experiment;
    experiment.control = control_of(labels.names, question.control);
    experiment.labels = labels.names;
    experiment.without_label = labels.without;
    const auto compare = [&](std::span<const std::uint32_t> arm_of) {
        return compare_arms(orders, arm_of, labels.names.size(), experiment.control);
    };
    experiment.arms = compare(labels.arm_of);
    if (!question.by.empty()) {
        const KeptColumn& column = orders.kept[1];
        if (column.values.size() > kMostGroups)
            throw DataError(file, 0, "the column " + question.by + " has more than 1000 values");
        for (std::uint32_t value = 0; value < column.values.size(); ++value) {
            std::vector<std::uint32_t> arm_of(labels.arm_of);
            std::size_t left = 0;
            for (std::size_t order = 0; order < orders.size(); ++order)
                if (column.value_of[order] != value)
                    arm_of[order] = kNoArm;
                else
                    left += arm_of[order] != kNoArm;
            if (left > 0)
                experiment.groups[value == 0 ? "(empty)" : column.values[value]] = compare(arm_of);
        }
    }
    experiment.notes = notes_on(orders, experiment);
    return experiment;
}

std::string verdict(const Difference& difference, const Arm& arm, const Arm& control) {
    if (difference.told)
        return difference.absolute.value > 0 ? "higher" : "lower";
    const std::uint64_t shoppers = std::min(arm.shoppers, control.shoppers);
    if (shoppers < kLeastShoppers)
        return "cannot tell yet: " + std::to_string(shoppers) + " shoppers, and " +
               std::to_string(kLeastShoppers) + " in each label is the least";
    if (difference.orders_needed > static_cast<double>(arm.orders + control.orders))
        return "cannot tell yet: 5 % would show in about " + rounded(difference.orders_needed) +
               " orders";
    return "cannot tell: if there is a difference, it is small";
}

nlohmann::json json_of(const Experiment& experiment, const Orders& orders,
                       const ExperimentQuestion& question) {
    double minor = 1;
    for (int i = 0; i < orders.exponent; ++i)
        minor *= 10;
    nlohmann::json json = {{"column", question.label},
                           {"control", experiment.labels[experiment.control]},
                           {"currency", orders.currency},
                           {"confidence", 0.95},
                           {"orders", orders.size()},
                           {"orders_without_label", experiment.without_label},
                           {"labels", json_of(experiment.arms, experiment, minor)}};
    for (const auto& [value, arms] : experiment.groups)
        json["by"].push_back({{"column", question.by},
                              {"value", value},
                              {"labels", json_of(arms, experiment, minor)}});
    return json;
}

}  // namespace goeswith
