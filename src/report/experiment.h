#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "train/experiment.h"

namespace goeswith {

/// Which orders are compared with which.
struct ExperimentQuestion {
    std::string label;    // the column that tells the label of an order; `Orders::kept[0]`
    std::string prefix;   // the label is what follows this text in the column
    std::string by;       // a further column, or empty; `Orders::kept[1]`
    std::string control;  // the label that the others are compared with; empty: the usual one

    /// What `ReadOptions::keep` has to be for this question.
    std::vector<std::string> columns() const;
};

/// A figure of an arm, as people and programs name it.
struct Figure {
    const char* key;
    const char* name;
    bool money;  // in minor units
    bool percent;
};
extern const Figure kFigures[kMetrics];

/// The arms of an experiment, compared.
struct Experiment {
    std::vector<std::string> labels;  // of the arms, by name
    std::size_t control = 0;
    std::uint64_t without_label = 0;  // orders
    std::vector<Arm> arms;
    std::map<std::string, std::vector<Arm>>
        groups;                      // the same for each value of the further column
    std::vector<std::string> notes;  // what a reader of the figures has to know to read them right
};

/// Compares the orders by their labels.
///
/// `file`  stands in messages
/// Throws DataError where the column holds no two labels, CallError for a control that is none.
Experiment compare_labels(const Orders& orders, const ExperimentQuestion& question,
                          const std::string& file);

/// What keeps a difference from being told, or which way it goes: "higher", "cannot tell yet: ...".
std::string verdict(const Difference& difference, const Arm& arm, const Arm& control);

/// All figures; amounts in units of the currency, rates as shares of 1.
nlohmann::json json_of(const Experiment& experiment, const Orders& orders,
                       const ExperimentQuestion& question);

}  // namespace goeswith
