#include "recommend/recommender.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/mailing.h"
#include "cli/shop_offers.h"
#include "cli/table.h"
#include "read/data_error.h"

namespace goeswith {
namespace {

struct RecommendCommand {
    std::string model;
    std::string config;  // none where empty
    RowQuestion question;
    std::vector<std::string> cart;
    std::string carts;
    OrdersOptions mailing;
    std::string customer = "customer_id";
    bool csv = false;
    std::size_t till = 0;
    bool bundle = false;
    bool why = false;
    bool json = false;
};

void answer_one(const RecommendCommand& command) {
    ShopOffers shop(command.model, command.config, command.question);
    const ModelText& file = shop.file();
    Offers& offers = shop.offers();
    const std::vector<ProductId> cart = shop.numbers_of(command.cart);
    const std::vector<Offer> answer = command.bundle ? offers.bundle(cart) : offers.row(cart);
    std::vector<std::string> whys;
    if (command.why)
        for (const Offer& offer : answer)
            whys.push_back(offers.why(cart, offer.product));
    if (command.json) {
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t at = 0; at < answer.size(); ++at) {
            const Offer& offer = answer[at];
            items.push_back({{"id", file.id(offer.product)},
                             {"title", file.title(offer.product)},
                             {"score", file.score(offer.score)},
                             {"reason", name_of(offer.reason)},
                             {"support", offer.support}});
            if (command.why)
                items.back()["why"] = whys[at];
        }
        nlohmann::json json = {{"items", std::move(items)}};
        if (command.why)
            json["left_out"] = offers.left_out(cart);
        std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        return;
    }
    Table table({"id", "title", ">price", ">score", "why"});
    for (std::size_t at = 0; at < answer.size(); ++at) {
        const Offer& offer = answer[at];
        table.add({std::string(file.id(offer.product)), std::string(file.title(offer.product)),
                   file.price(offer.product), decimals(file.score(offer.score), 3),
                   sentence(offer) + (command.why && !whys[at].empty() ? "; " + whys[at] : "")});
    }
    table.print(std::cout);
    if (command.why)
        for (const std::string& left : offers.left_out(cart))
            std::cout << "left out: " << left << '\n';
}

void answer_many(const RecommendCommand& command) {
    ShopOffers shop(command.model, command.config, command.question);
    const ModelText& file = shop.file();
    Offers& offers = shop.offers();
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
        for (const Offer& offer : offers.row(numbers))
            items.push_back({{"id", file.id(offer.product)}, {"score", file.score(offer.score)}});
        std::cout << nlohmann::json{{"items", std::move(items)}}.dump(
                         -1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
    }
}

/// Offers for mail and staff go by more than the cart of the moment.
void answer(RecommendCommand& command) {
    if (!command.mailing.orders.empty()) {
        if (command.question.lists.empty() && command.config.empty())
            command.question.lists = {"due-again", "goes-with", "best-sellers"};
        ShopOffers shop(command.model, command.config, command.question);
        return write_mailing(shop.offers(), command.mailing, command.customer, std::cout);
    }
    if (command.till > 0) {
        ShopOffers shop(command.model, command.config, command.question);
        return write_till_list(shop.offers(), command.till, std::cout);
    }
    command.carts.empty() ? answer_one(command) : answer_many(command);
}

}  // namespace

void add_recommend(CLI::App& app) {
    auto command = std::make_shared<RecommendCommand>();
    RowQuestion& question = command->question;
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
    sub->add_option("--list", question.lists,
                    "Lists that fill the row in order, with commas between; what goes with the "
                    "cart, then best sellers, unless given. " +
                        list_names())
        ->type_name("NAME")
        ->delimiter(',')
        ->check([](const std::string& name) {
            return parse_list(name) ? std::string()
                                    : "there is no list " + name + "; there are " + list_names();
        });
    sub->add_option("--config", command->config, "The shop's rules and rows, shop.json")
        ->type_name("shop.json");
    sub->add_option("--product", question.product,
                    "The product at hand: what goes with it, the cart left out")
        ->type_name("ID");
    sub->add_option("--at", question.placement, "Where the row stands: " + placement_names())
        ->check([](const std::string& name) {
            return parse_placement(name) ? std::string() : "there is no placement " + name;
        })
        ->capture_default_str();
    sub->add_option("--for", question.stage, "Who looks: " + stage_names())
        ->check([](const std::string& name) {
            return parse_stage(name) ? std::string() : "there is no stage " + name;
        })
        ->capture_default_str();
    add_day(*sub, question.day);
    sub->add_option("--viewed", question.viewed, "What the shopper looked at, newest first")
        ->type_name("ID,ID")
        ->allow_extra_args(false);
    sub->add_option("--bought", question.bought,
                    "What the shopper bought and how many days ago, newest first: "
                    "ID@DAYS,ID@DAYS; what was bought on one day is one order")
        ->type_name("ID@DAYS")
        ->delimiter(',');
    sub->add_option("--top", question.top, "How many offers at most")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    sub->add_flag("--bundle", command->bundle,
                  "The one or two products that complete the product at hand")
        ->needs("--product");
    sub->add_flag("--why", command->why, "Also tell which rules had a say about each offer")
        ->excludes(carts);
    sub->add_flag("--json", command->json, "JSON instead of a table");
    CLI::Option* csv = sub->add_flag("--csv", command->csv,
                                     "A CSV for a mailing tool: a line a customer of --orders");
    CLI::Option* orders =
        sub->add_option("--orders", command->mailing.orders,
                        "Offers for each customer of these exports, by what they bought")
            ->type_name("ORDERS")
            ->needs(csv)
            ->excludes(cart, carts);
    csv->needs(orders);
    sub->add_option("--customer", command->customer,
                    "The column of --orders that names the customer, as the export writes it")
        ->type_name("COLUMN")
        ->needs(orders)
        ->capture_default_str();
    sub->add_option(
           "--till", command->till,
           "One HTML page to print for the till: what to offer with this many best sellers")
        ->type_name("PRODUCTS")
        ->check(CLI::Range(1, 100000))
        ->excludes(cart, carts, orders);
    sub->callback([command] { answer(*command); });
}

}  // namespace goeswith
