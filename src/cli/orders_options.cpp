#include "cli/orders_options.h"

#include <cstdio>

#include "cli/files.h"
#include "cli/progress_bar.h"
#include "config/config.h"
#include "read/catalogue.h"
#include "read/currency.h"
#include "read/data_error.h"
#include "read/files.h"
#include "read/orders_reader.h"

namespace goeswith {

void OrdersOptions::add_to(CLI::App& command) {
    command.add_option("orders", orders, "Order exports; - is standard input, .gz is unpacked")
        ->required()
        ->type_name("ORDERS");
    command
        .add_option(
            "--catalogue", catalogue,
            "Products: CSV with id, title, url, image, price, ...; a Shopify or WooCommerce "
            "product export; a Google Merchant feed; an ACP feed")
        ->type_name("FILE");
    command.add_option("--config", config, "The shop's configuration; it is checked first")
        ->type_name("shop.json");
    command
        .add_option(
            "--format", format,
            "Read the orders as this format instead of finding it by the header: " + format_names())
        ->type_name("NAME");
    command
        .add_option("--columns", columns,
                    "The columns of any other CSV: order=Bestellnr,product=Artikel,qty=Menge; also "
                    "title, price, date, customer, currency")
        ->type_name("NAMES");
}

Config OrdersOptions::read_shop() const {
    if (config.empty())
        return {};
    ConfigResult result = read_config(read_file(config));
    if (!result.mistakes.empty())
        throw DataError(config, 0,
                        result.mistakes[0].place + ": " + result.mistakes[0].what +
                            " (goeswith check " + config + " shows every mistake)");
    return std::move(result.config);
}

Orders OrdersOptions::read(std::vector<std::string> keep) const {
    const std::string currency = read_shop().currency;
    ReadOptions options;
    options.format = format;
    options.currency = currency;
    if (!columns.empty())
        options.columns = parse_columns(columns);
    options.keep = std::move(keep);
    ProgressBar progress("reading orders");
    Orders result = read_orders(orders, options, progress.function());
    if (!catalogue.empty())
        read_catalogue(catalogue, result);
    return result;
}

void add_train_options(CLI::App& command, TrainOptions& options) {
    command
        .add_option("--edges", options.weights.edges,
                    "Affinities a product, on average; 0 makes a model of best sellers")
        ->check(CLI::Range(0.0, 1000.0))
        ->capture_default_str();
    command.add_option("--threads", options.weights.threads, "0: one a core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command
        .add_option("--most-pairs", options.weights.most_pairs,
                    "Where orders have more pairs of products than this, the rarest are dropped to "
                    "save memory (12 bytes each)")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40))
        ->capture_default_str();
}

void tell_left_out(const ReadReport& report) {
    for (const LeftOut& left : report.left_out)
        std::fprintf(stderr, "left out: %llu lines, %s (such as %s)\n",
                     static_cast<unsigned long long>(left.lines), left.reason.c_str(),
                     left.example.c_str());
    for (const std::string& note : report.notes)
        std::fprintf(stderr, "note: %s\n", note.c_str());
    for (const Warning& warning : report.warnings)
        std::fprintf(stderr, "warning: %s\n", warning.text.c_str());
}

}  // namespace goeswith
