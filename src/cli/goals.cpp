#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "cli/shop_offers.h"
#include "cli/table.h"
#include "config/goal_view.h"
#include "read/data_error.h"
#include "read/time.h"

namespace goeswith {
namespace {

struct GoalsCommand {
    std::string config;
    std::string cart;
    std::string model;
    std::string before;
    std::string day;
    bool json = false;
};

std::string money(std::int64_t minor, const CartFile& cart) {
    double major = static_cast<double>(minor);
    for (int i = 0; i < cart.exponent; ++i)
        major /= 10;
    return decimals(major, cart.exponent) + " " + cart.currency;
}

/// What closes the gap: one product that fits, else two, else one that overshoots.
class Closer {
  public:
    Closer(const ModelFile& file, const std::vector<std::uint32_t>& rules, const CartFile& cart)
        : file_(file), recommender_(file.model()), currency_(cart.currency) {
        recommender_.set_rules(rules);
        for (const CartFile::Line& line : cart.lines)
            for (const std::string& id : line.ids)
                if (ProductId product; file.find(id, product)) {
                    cart_.push_back(product);
                    break;
                }
    }

    nlohmann::json close(const GoalView& view, std::uint32_t day, std::uint32_t month) {
        const auto minor_of = [&](const Amounts& amounts, std::int64_t otherwise) {
            const auto found = amounts.find(currency_);
            return found == amounts.end() ? otherwise : found->second;
        };
        nlohmann::json closers = nlohmann::json::array();
        if (view.missing == 0 || view.goal->items > 0 || file_.model().currency() != currency_)
            return closers;
        const Gap gap{view.missing, minor_of(view.goal->value, Gap::kUnknown),
                      minor_of(view.goal->cost, 0)};
        Moment moment;
        moment.day = day;
        moment.month = month;
        Offer offers[3];
        Offer pair[2];
        const std::size_t count = recommender_.close_gap({cart_}, moment, gap, offers);
        const bool fits =
            count > 0 && file_.model().price(offers[0].product) <= 2 * gap.amount_minor;
        if (!fits && recommender_.close_gap_with_two({cart_}, moment, gap, pair) == 2)
            closers.push_back(json_of({pair, 2}, gap));
        for (std::size_t at = 0; at < count; ++at)
            closers.push_back(json_of({&offers[at], 1}, gap));
        return closers;
    }

  private:
    nlohmann::json json_of(std::span<const Offer> offers, const Gap& gap) const {
        nlohmann::json products = nlohmann::json::array();
        std::int64_t price = 0;
        for (const Offer& offer : offers) {
            price += file_.model().price(offer.product);
            products.push_back({{"id", file_.id(offer.product)},
                                {"title", file_.title(offer.product)},
                                {"priceMinor", file_.model().price(offer.product)},
                                {"score", file_.score(offer.score)},
                                {"reason", name_of(offer.reason)},
                                {"support", offer.support}});
        }
        nlohmann::json json = {{"products", products},
                               {"priceMinor", price},
                               {"overshootsMinor", price - gap.amount_minor},
                               {"fits", price <= 2 * gap.amount_minor}};
        if (gap.saves_minor != Gap::kUnknown)
            json["costsMoreThanItSavesMinor"] = std::max<std::int64_t>(0, price - gap.saves_minor);
        return json;
    }

    const ModelFile& file_;
    Recommender recommender_;
    std::string currency_;
    std::vector<ProductId> cart_;
};

nlohmann::json json_of(const GoalView& view, const CartFile& cart) {
    nlohmann::json json = {
        {"reward", view.goal->reward}, {"currency", cart.currency}, {"shown", view.shown}};
    if (!view.shown)
        json["why"] = view.why_not;
    else if (view.goal->items > 0)
        json.update({{"reached", view.reached},
                     {"lost", view.lost},
                     {"targetItems", view.target},
                     {"items", view.amount},
                     {"missingItems", view.missing}});
    else
        json.update({{"reached", view.reached},
                     {"lost", view.lost},
                     {"targetMinor", view.target},
                     {"amountMinor", view.amount},
                     {"missingMinor", view.missing}});
    return json;
}

void print(const GoalView& view, const CartFile& cart) {
    const auto size = [&](std::int64_t of) {
        return view.goal->items > 0 ? std::to_string(of) + (of == 1 ? " item" : " items")
                                    : money(of, cart);
    };
    std::cout << view.goal->reward << ": ";
    if (!view.shown)
        std::cout << "hidden, " << view.why_not << '\n';
    else if (view.reached)
        std::cout << "reached\n";
    else
        std::cout << (view.lost ? "lost again, " : "") << size(view.missing) << " to go, "
                  << size(view.amount) << " of " << size(view.target) << '\n';
}

void run(const GoalsCommand& command) {
    const ConfigResult config = read_config(read_file(command.config));
    for (const Mistake& mistake : config.mistakes)
        std::cerr << command.config << ": " << mistake.place << ": " << mistake.what << '\n';
    const CartFile cart = read_cart(read_file(command.cart), command.cart);
    const std::unique_ptr<ModelFile> file =
        command.model.empty() ? nullptr : std::make_unique<ModelFile>(command.model);
    const ModelNames names(file ? file->model() : Model{});
    const std::vector<std::uint32_t> words = compile_rules(config.config, names).words;
    RuleList rules;
    rules.open(words);
    const auto [day, month] = day_and_month(command.day);
    std::vector<bool> before;
    if (!command.before.empty())
        for (const GoalView& view :
             view_goals(config.config, rules, names,
                        read_cart(read_file(command.before), command.before), day))
            before.push_back(view.reached);
    const std::vector<GoalView> views = view_goals(config.config, rules, names, cart, day, before);
    if (!command.json) {
        for (const GoalView& view : views)
            print(view, cart);
        if (views.empty())
            std::cout << "no goals\n";
        return;
    }
    const std::unique_ptr<Closer> closer =
        file ? std::make_unique<Closer>(*file, words, cart) : nullptr;
    nlohmann::json goals = nlohmann::json::array();
    for (const GoalView& view : views) {
        goals.push_back(json_of(view, cart));
        if (closer && view.shown)
            goals.back()["closers"] = closer->close(view, day, month);
    }
    std::cout << nlohmann::json{{"goals", goals}}.dump(2, ' ', false,
                                                       nlohmann::json::error_handler_t::replace)
              << '\n';
}

}  // namespace

void add_goals(CLI::App& app) {
    auto command = std::make_shared<GoalsCommand>();
    CLI::App* sub = app.add_subcommand("goals", "How far a cart is from each order goal");
    sub->add_option("config", command->config, "The shop's configuration")
        ->required()
        ->type_name("CONFIG");
    sub->add_option("--cart", command->cart, "A cart as the page's adapters give it")
        ->required()
        ->type_name("CART.json");
    sub->add_option("--model", command->model,
                    "Also tell what closes the gap, and which products count towards goals of a "
                    "category")
        ->type_name("shop.gw");
    sub->add_option("--before", command->before,
                    "The cart as it was before: a goal that it had reached is lost, not far")
        ->type_name("CART.json");
    add_day(*sub, command->day);
    sub->add_flag("--json", command->json, "JSON instead of sentences");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
