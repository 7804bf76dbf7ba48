#include "recommend/recommender.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "cli/table.h"
#include "read/data_error.h"

namespace goeswith {
namespace {

struct RecommendCommand {
    std::string model;
    std::vector<std::string> cart;
    std::string carts;
    std::string list = "together";
    std::size_t top = 10;
    bool json = false;
};

const char* name_of(Reason reason) {
    switch (reason) {
        case Reason::together:
            return "together";
        case Reason::likely:
            return "likely";
        default:
            break;
    }
    return "best-seller";
}

std::string why(const Offer& offer) {
    switch (offer.reason) {
        case Reason::together:
            return "bought together in at least " + std::to_string(offer.support) + " orders";
        case Reason::likely:
            return "likely";
        default:
            break;
    }
    return "best seller";
}

class Recommendations {
  public:
    explicit Recommendations(const RecommendCommand& command)
        : command_(command), file_(command.model), recommender_(file_.model()) {}

    const ModelFile& file() const { return file_; }

    std::vector<Offer> offers(const std::vector<ProductId>& cart) {
        std::vector<Offer> offers(std::min<std::size_t>(command_.top, file_.model().products()));
        const bool best_sellers = command_.list == "best-sellers";
        const Cart asked = best_sellers ? Cart{{}, cart} : Cart{cart};
        offers.resize(recommender_.recommend(asked, offers));
        return offers;
    }

    std::vector<Offer> offers_for(const std::vector<std::string>& cart) {
        std::vector<std::string> unknown;
        const std::vector<ProductId> numbers = file_.cart(cart, unknown);
        for (const std::string& id : unknown)
            std::cerr << "not in the model: " << id << '\n';
        return offers(numbers);
    }

  private:
    const RecommendCommand& command_;
    ModelFile file_;
    Recommender recommender_;
};

void answer_one(const RecommendCommand& command) {
    Recommendations recommendations(command);
    const ModelFile& file = recommendations.file();
    const std::vector<Offer> offers = recommendations.offers_for(command.cart);
    if (command.json) {
        nlohmann::json items = nlohmann::json::array();
        for (const Offer& offer : offers)
            items.push_back({{"id", file.id(offer.product)},
                             {"title", file.title(offer.product)},
                             {"score", file.score(offer.score)},
                             {"reason", name_of(offer.reason)},
                             {"support", offer.support}});
        std::cout << nlohmann::json{{"items", std::move(items)}}.dump(
                         2, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
        return;
    }
    Table table({"id", "title", ">price", ">score", "why"});
    for (const Offer& offer : offers)
        table.add({std::string(file.id(offer.product)), std::string(file.title(offer.product)),
                   file.price(offer.product), decimals(file.score(offer.score), 3), why(offer)});
    table.print(std::cout);
}

void answer_many(const RecommendCommand& command) {
    Recommendations recommendations(command);
    const ModelFile& file = recommendations.file();
    std::istringstream lines(read_file(command.carts));
    std::string line;
    for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        const auto cart = json.is_object() ? json.find("cart") : json.end();
        if (!json.is_object() || cart == json.end() || !cart->is_array())
            throw DataError(command.carts, number, "a line is {\"cart\": [\"ID\", ...]}");
        std::vector<ProductId> numbers;
        for (const nlohmann::json& id : *cart) {
            if (!id.is_string())
                throw DataError(command.carts, number, "an id in \"cart\" is not a text");
            if (ProductId product; file.find(id.get_ref<const std::string&>(), product))
                numbers.push_back(product);
        }
        nlohmann::json items = nlohmann::json::array();
        for (const Offer& offer : recommendations.offers(numbers))
            items.push_back({{"id", file.id(offer.product)}, {"score", file.score(offer.score)}});
        std::cout << nlohmann::json{{"items", std::move(items)}}.dump(
                         -1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
    }
}

}  // namespace

void add_recommend(CLI::App& app) {
    auto command = std::make_shared<RecommendCommand>();
    CLI::App* sub = app.add_subcommand("recommend", "What goes with a cart");
    sub->add_option("model", command->model, "A model file")->required()->type_name("MODEL");
    CLI::Option* cart = sub->add_option("--cart", command->cart,
                                        "Product ids with commas between, or several times")
                            ->type_name("ID,ID")
                            ->allow_extra_args(false);
    CLI::Option* carts =
        sub->add_option(
               "--carts", command->carts,
               "One {\"cart\": [\"ID\", ...]} a line; answers one a line, in the same order")
            ->type_name("FILE.jsonl");
    cart->excludes(carts);
    sub->add_option("--list", command->list,
                    "together: what goes with the cart, best sellers where that ends; "
                    "best-sellers: those alone")
        ->check(CLI::IsMember({"together", "best-sellers"}))
        ->capture_default_str();
    sub->add_option("--top", command->top, "How many offers at most")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    sub->add_flag("--json", command->json, "JSON instead of a table");
    sub->callback(
        [command] { command->carts.empty() ? answer_one(*command) : answer_many(*command); });
}

}  // namespace goeswith
