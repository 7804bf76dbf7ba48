#include "cli/shop_offers.h"

#include <iostream>

#include "cli/files.h"
#include "read/time.h"

namespace goeswith {
namespace {

Config config_of(const std::string& path) {
    if (path.empty())
        return {};
    ConfigResult result = read_config(read_file(path));
    for (const Mistake& mistake : result.mistakes)
        std::cerr << path << ": " << mistake.place << ": " << mistake.what << '\n';
    return std::move(result.config);
}

void tell_unknown(const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        std::cerr << "not in the model: " << text << '\n';
}

}  // namespace

ShopOffers::ShopOffers(const std::string& model, const std::string& config,
                       const RowQuestion& question)
    : file_(model), offers_(file_, config_of(config), question) {
    for (const Mistake& mistake : offers_.mistakes())
        std::cerr << config << ": " << mistake.place << ": " << mistake.what << '\n';
    tell_unknown(offers_.unknown());
}

std::vector<ProductId> ShopOffers::numbers_of(const std::vector<std::string>& texts) const {
    std::vector<std::string> unknown;
    std::vector<ProductId> numbers = file_.cart(texts, unknown);
    tell_unknown(unknown);
    return numbers;
}

void add_day(CLI::App& command, std::string& day) {
    command.add_option("--day", day, "The day of the question, 2026-12-24; today unless given")
        ->check([](const std::string& text) {
            return parse_time(text) ? std::string() : text + " is not a day such as 2026-12-24";
        });
}

}  // namespace goeswith
