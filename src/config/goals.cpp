#include <array>

#include "config/json_reader.h"

namespace goeswith {
namespace {

constexpr std::array<std::string_view, 5> kRewards = {"free-shipping", "discount", "gift", "points",
                                                      "message"};

/// What a reward needs to be told besides its name.
void read_reward(const Json& json, const std::string& place, JsonReader& reader, GoalConfig& goal) {
    const auto number = [&](const char* key, std::uint32_t least, std::uint32_t most,
                            std::uint32_t& into) {
        reader.at(json, key, place, [&](const Json& value, const std::string& here) {
            into = reader.whole(value, here, least, most).value_or(0);
        });
    };
    const auto only_for = [&](const char* key, const char* reward) {
        if (json.contains(key) && goal.reward != reward)
            reader.wrong(place + "." + key, std::string("this belongs to the reward \"") + reward +
                                                "\"; leave it out here");
    };
    number("percent", 1, 100, goal.percent);
    number("points", 1, 1'000'000, goal.points);
    number("times", 2, 100, goal.times);
    reader.at(json, "product", place, [&](const Json& value, const std::string& here) {
        goal.gift = reader.text(value, here, "the id of the gift").value_or("");
    });
    reader.at(json, "text", place, [&](const Json& value, const std::string& here) {
        goal.text = reader.text(value, here, "what the message says").value_or("");
    });
    only_for("percent", "discount");
    only_for("points", "points");
    only_for("times", "points");
    only_for("product", "gift");
    const auto needs = [&](const char* reward, bool told, const char* what) {
        if (goal.reward == reward && !told)
            reader.wrong(place, std::string("a \"") + reward + "\" needs " + what);
    };
    needs("discount", json.contains("percent") || json.contains("value"),
          R"("percent": 10, or "value": { "EUR": "5.00" })");
    needs("gift", json.contains("product"), R"("product": the id of the gift)");
    needs("points", json.contains("points") || json.contains("times"),
          R"("points": 100, or "times": 2)");
    needs("message", json.contains("text"), R"("text": what it says)");
}

}  // namespace

void read_goals(const Json& list, JsonReader& reader, std::vector<GoalConfig>& goals) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        const Json& json = list[at];
        const std::string place = place_of("goals", at);
        if (!json.is_object()) {
            reader.wrong(place, "an object belongs here: { \"reward\": \"free-shipping\", ... }");
            continue;
        }
        const std::size_t before = reader.mistakes.size();
        reader.unknown_keys(
            json, place,
            {"reward", "amount", "items", "basis", "tax", "only", "except", "countries", "from",
             "until", "value", "cost", "product", "text", "percent", "points", "times"});
        GoalConfig goal;
        goal.source = at;
        const Json reward = json.value("reward", Json());
        std::string known;
        for (const std::string_view name : kRewards) {
            known += (known.empty() ? "" : ", ") + std::string(name);
            if (reward == name)
                goal.reward = name;
        }
        if (goal.reward.empty())
            reader.wrong(place + ".reward", "one of these belongs here: " + known);
        else
            read_reward(json, place, reader, goal);
        const Json basis = json.value("basis", Json("after"));
        if (basis != "before" && basis != "after")
            reader.wrong(place + ".basis", "\"before\" or \"after\" (discounts) belongs here");
        goal.after_discounts = basis == "after";
        const Json tax = json.value("tax", Json("as-shown"));
        if (tax != "included" && tax != "excluded" && tax != "as-shown")
            reader.wrong(
                place + ".tax",
                "\"included\", \"excluded\" or \"as-shown\" (as the cart shows it) belongs here");
        goal.tax = tax == "included"   ? Tax::included
                   : tax == "excluded" ? Tax::excluded
                                       : Tax::as_shown;
        if (json.contains("amount") == json.contains("items"))
            reader.wrong(place + ".amount",
                         json.contains("items")
                             ? "either an amount or a number of items counts, not both"
                             : "amounts by currency belong here: { \"EUR\": \"50.00\" }; or "
                               "\"items\": 3");
        // A wrong amount in one currency leaves the others.
        std::size_t amount_mistakes = 0;
        reader.at(json, "amount", place, [&](const Json& value, const std::string& here) {
            const std::size_t until_here = reader.mistakes.size();
            goal.amount = reader.amounts(value, here);
            amount_mistakes = goal.amount.empty() ? 0 : reader.mistakes.size() - until_here;
        });
        reader.at(json, "items", place, [&](const Json& value, const std::string& here) {
            goal.items = reader.whole(value, here, 1, 1'000'000).value_or(0);
        });
        reader.at(json, "only", place, [&](const Json& value, const std::string& here) {
            goal.only = reader.selection(value, here);
        });
        reader.at(json, "except", place, [&](const Json& value, const std::string& here) {
            goal.except = reader.selection(value, here);
        });
        reader.at(json, "countries", place, [&](const Json& value, const std::string& here) {
            goal.countries = reader.texts(value, here);
            for (const std::string& country : goal.countries)
                if (country.size() != 2 || country[0] < 'A' || country[0] > 'Z' ||
                    country[1] < 'A' || country[1] > 'Z')
                    reader.wrong(here, "\"" + country + "\" is no country code such as \"IT\"");
        });
        reader.days(json, place, goal.from_day, goal.until_day);
        reader.at(json, "value", place, [&](const Json& value, const std::string& here) {
            goal.value = reader.amounts(value, here);
        });
        reader.at(json, "cost", place, [&](const Json& value, const std::string& here) {
            goal.cost = reader.amounts(value, here, true);
        });
        if (reader.mistakes.size() == before + amount_mistakes)
            goals.push_back(std::move(goal));
    }
}

}  // namespace goeswith
