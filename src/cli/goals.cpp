#include "recommend/goals.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/table.h"
#include "config/config.h"
#include "read/cart.h"
#include "read/data_error.h"

namespace goeswith {
namespace {

struct GoalsCommand {
    std::string config;
    std::string cart;
    bool json = false;
};

CartAmounts amounts_of(const CartFile& cart) {
    CartAmounts amounts;
    amounts.discounts_minor = cart.discounts_minor;
    for (const CartFile::Line& line : cart.lines) {
        amounts.lines_minor += line.amount_minor;
        if (line.gift_card || line.reward)
            amounts.not_counted_minor += line.amount_minor;
    }
    return amounts;
}

std::string money(std::int64_t minor, const CartFile& cart) {
    double major = static_cast<double>(minor);
    for (int i = 0; i < cart.exponent; ++i)
        major /= 10;
    return decimals(major, cart.exponent) + " " + cart.currency;
}

/// One goal as the widget would show it.
nlohmann::json goal_json(const GoalConfig& goal, const CartFile& cart) {
    nlohmann::json json = {{"reward", goal.reward}, {"currency", cart.currency}};
    const auto target = goal.amount.find(cart.currency);
    if (target == goal.amount.end())
        return json.update({{"shown", false}, {"why", "the goal has no amount in this currency"}}),
               json;
    // Platforms say "nothing to ship" of an empty cart too, and that one has everything before it.
    if (!cart.needs_shipping && !cart.lines.empty())
        return json.update({{"shown", false}, {"why", "nothing in the cart is shipped"}}), json;
    const Basis basis = goal.after_discounts ? Basis::after_discounts : Basis::before_discounts;
    const GoalState state = goal_state(amounts_of(cart), target->second, basis);
    // The checkout's own word is the one that counts.
    if (state.reached && cart.free_shipping_now == false)
        return json.update({{"shown", false}, {"why", "the checkout does not grant it"}}), json;
    const bool reached = state.reached || cart.free_shipping_now == true;
    const std::int64_t missing = reached ? 0 : state.missing_minor;
    json.update({{"shown", true},
                 {"reached", reached},
                 {"targetMinor", target->second},
                 {"amountMinor", target->second - missing},  // at most the target
                 {"missingMinor", missing}});
    return json;
}

void run(const GoalsCommand& command) {
    const ConfigResult config = read_config(read_file(command.config));
    for (const Mistake& mistake : config.mistakes)
        std::cerr << command.config << ": " << mistake.place << ": " << mistake.what << '\n';
    const CartFile cart = read_cart(read_file(command.cart), command.cart);
    nlohmann::json goals = nlohmann::json::array();
    for (const GoalConfig& goal : config.config.goals)
        goals.push_back(goal_json(goal, cart));
    if (command.json) {
        std::cout << nlohmann::json{{"goals", goals}}.dump(2) << '\n';
        return;
    }
    for (const nlohmann::json& goal : goals) {
        std::cout << goal["reward"].get<std::string>() << ": ";
        if (!goal["shown"])
            std::cout << "hidden, " << goal["why"].get<std::string>() << '\n';
        else if (goal["reached"])
            std::cout << "reached\n";
        else
            std::cout << money(goal["missingMinor"], cart) << " to go, "
                      << money(goal["amountMinor"], cart) << " of "
                      << money(goal["targetMinor"], cart) << '\n';
    }
    if (goals.empty())
        std::cout << "no goals\n";
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
    sub->add_flag("--json", command->json, "JSON instead of sentences");
    sub->callback([command] { run(*command); });
}

}  // namespace goeswith
