#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "config/config.h"
#include "read/orders.h"
#include "train/train.h"

namespace goeswith {

/// The options that every command that reads orders shares.
struct OrdersOptions {
    std::vector<std::string> orders;
    std::string catalogue;
    std::string config;
    std::string format;
    std::string columns;

    void add_to(CLI::App& command);
    /// Reads what the options name, with a progress bar on standard error.
    /// The configuration that the options name; throws DataError where it has a mistake.
    Config read_shop() const;
    /// `keep`  columns to keep for each order, see ReadOptions::keep
    Orders read(std::vector<std::string> keep = {}) const;
};

/// `--edges`, `--threads` and `--most-pairs`.
void add_train_options(CLI::App& command, TrainOptions& options);

/// What was left out of the orders and why, a line each, on standard error.
void tell_left_out(const ReadReport& report);

}  // namespace goeswith
