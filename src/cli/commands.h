#pragma once

#include <CLI/App.hpp>

namespace goeswith {

// One command a file. Each adds itself to the app and does its work when it was called; results go
// to standard output, progress to standard error, and what is wrong is thrown.
void add_train(CLI::App& app);
void add_recommend(CLI::App& app);
void add_evaluate(CLI::App& app);
void add_inspect(CLI::App& app);
void add_check(CLI::App& app);
void add_goals(CLI::App& app);
void add_measure(CLI::App& app);
void add_catalogue(CLI::App& app);
void add_simulate(CLI::App& app);

}  // namespace goeswith
