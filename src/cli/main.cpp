#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/commands.h"
#include "read/data_error.h"

namespace {

constexpr int kDataAtFault = 1;
constexpr int kCallAtFault = 2;

int fail(const std::exception& error, int status) {
    std::cout.flush();
    std::cerr << "goeswith: " << error.what() << '\n';
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("goeswith: what goes with the cart, from past orders to one small file",
                 "goeswith");
    app.set_version_flag("--version", "goeswith " GOESWITH_VERSION);
    app.require_subcommand(1);
    app.set_help_all_flag("--help-all", "Help for every command");
    goeswith::add_train(app);
    goeswith::add_recommend(app);
    goeswith::add_evaluate(app);
    goeswith::add_inspect(app);
    goeswith::add_check(app);
    goeswith::add_goals(app);
    goeswith::add_measure(app);
    goeswith::add_catalogue(app);
    goeswith::add_simulate(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& done) {  // --help and --version
        return app.exit(done);
    } catch (const CLI::ParseError& error) {
        std::cerr << "goeswith: " << error.what() << " (see goeswith --help)\n";
        return kCallAtFault;
    } catch (const goeswith::CallError& error) {
        return fail(error, kCallAtFault);
    } catch (const std::exception& error) {
        return fail(error, kDataAtFault);
    }
    return 0;
}
