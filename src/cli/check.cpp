#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "config/compile.h"
#include "read/data_error.h"

namespace goeswith {
namespace {

struct CheckCommand {
    std::string config;
    std::string model;
};

void run(const CheckCommand& command) {
    ConfigResult result = read_config(read_file(command.config));
    if (!command.model.empty())
        for (Mistake& mistake : mistakes_with(result.config, ModelFile(command.model).model()))
            result.mistakes.push_back(std::move(mistake));
    for (const Mistake& mistake : result.mistakes)
        std::cout << command.config << ": " << mistake.place << ": " << mistake.what << '\n';
    if (!result.mistakes.empty())
        throw DataError(command.config, 0,
                        std::to_string(result.mistakes.size()) +
                            (result.mistakes.size() == 1 ? " mistake" : " mistakes"));
    std::cout << "ok\n";
}

}  // namespace

void add_check(CLI::App& app) {
    auto command = std::make_shared<CheckCommand>();
    CLI::App* sub = app.add_subcommand("check", "Every mistake in a shop's configuration, or ok");
    sub->add_option("config", command->config, "The shop's configuration")
        ->required()
        ->type_name("CONFIG");
    sub->add_option("--model", command->model, "Also check it against this model")
        ->type_name("shop.gw");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
