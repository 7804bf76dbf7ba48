#include "read/catalogue.h"

#include <iostream>
#include <memory>
#include <sstream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/orders_options.h"

namespace goeswith {
namespace {

struct CatalogueCommand {
    OrdersOptions input;
    std::string output;
};

void run(const CatalogueCommand& command) {
    const Orders orders = command.input.read();
    std::ostringstream csv;
    write_catalogue(orders, csv);
    if (command.output.empty()) {
        std::cout << csv.str();
        return;
    }
    write_file(command.output, csv.str());
    std::cout << command.output << ": " << orders.products.size() << " products\n";
}

}  // namespace

void add_catalogue(CLI::App& app) {
    auto command = std::make_shared<CatalogueCommand>();
    CLI::App* sub = app.add_subcommand(
        "catalogue", "The products that order lines tell of, for shops without a product export");
    command->input.add_to(*sub);
    sub->add_option("-o,--output", command->output,
                    "The CSV to write; standard output unless given")
        ->type_name("FILE");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
