#include "simulate/simulate.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "cli/progress_bar.h"

namespace goeswith {
namespace {

namespace fs = std::filesystem;

/// A file under a temporary name, renamed when it is whole and gone when it is not.
class Output {
  public:
    explicit Output(fs::path path)
        : path_(std::move(path)),
          partial_(path_.string() + ".part"),
          stream_(partial_, std::ios::binary) {
        if (!stream_)
            throw std::runtime_error(path_.string() +
                                     ": cannot be written: " + std::strerror(errno));
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() {
        std::error_code ignored;
        stream_.close();
        fs::remove(partial_, ignored);
    }

    std::ostream& stream() { return stream_; }
    const fs::path& path() const { return path_; }

    /// Needed on all files before the first is renamed: a full disk shows here.
    void close() {
        stream_.close();
        if (!stream_)
            throw std::runtime_error(path_.string() +
                                     ": cannot be written whole: " + std::strerror(errno));
    }
    void rename() {
        std::error_code error;
        fs::rename(partial_, path_, error);
        if (error)
            throw std::runtime_error(path_.string() + ": " + error.message());
    }

  private:
    fs::path path_;
    fs::path partial_;
    std::ofstream stream_;
};

void run(SimulateOptions options, const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (error)
        throw std::runtime_error(directory.string() + ": cannot be made: " + error.message());
    Output orders(directory / "orders.csv");
    Output catalogue(directory / "catalogue.csv");
    const Simulated made = [&] {
        ProgressBar progress("orders");
        const auto all = static_cast<double>(options.orders);
        options.progress = [&](std::uint64_t done) {
            progress.show(static_cast<double>(done) / all);
        };
        return simulate(options, orders.stream(), catalogue.stream());
    }();
    orders.close();
    catalogue.close();
    orders.rename();
    catalogue.rename();
    std::cout << made.products << " products, " << made.orders << " orders, " << made.lines
              << " lines: " << orders.path().string() << ", " << catalogue.path().string() << '\n';
}

}  // namespace

void add_simulate(CLI::App& app) {
    const auto options = std::make_shared<SimulateOptions>();
    const auto directory = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand(
        "simulate", "Write two years of orders and the catalogue of an invented shop");
    command->add_option("--products", options->products, "how many products the shop has")
        ->check(CLI::Range(1, 2'000'000))
        ->capture_default_str();
    command->add_option("--orders", options->orders, "how many orders come in")
        ->check(CLI::Range(1, 100'000'000))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "the same seed gives the same bytes")
        ->capture_default_str();
    command
        ->add_option("--lines-per-order", options->lines_per_order,
                     "products an order has on average: 1 is one each, 20 the most")
        ->check(CLI::Range(1.0, 20.0))
        ->check([](const std::string& text) {
            // CLI::Range lets "nan" pass.
            return text.find_first_of("nN") == std::string::npos ? "" : text + " is not a number";
        })
        ->capture_default_str();
    command->add_option("-o,--output", *directory, "folder for orders.csv and catalogue.csv")
        ->type_name("DIR")
        ->required();
    command->callback([options, directory] { run(*options, *directory); });
}

}  // namespace goeswith
