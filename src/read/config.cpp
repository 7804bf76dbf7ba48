#include "read/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "read/currency.h"

namespace goeswith {
namespace {

using Json = nlohmann::json;

class ConfigReader {
  public:
    ConfigResult read(std::string_view text) {
        Json root;
        try {
            root = Json::parse(text);
        } catch (const Json::parse_error& error) {
            const std::size_t at = std::min(error.byte, text.size());
            const auto line =
                1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            wrong("line " + std::to_string(line),
                  "this is not JSON: is a comma or a quote missing?");
            return result_;
        } catch (const Json::out_of_range&) {
            wrong("the whole file", "a number in it is too large for JSON");
            return result_;
        }
        if (!root.is_object()) {
            wrong("the whole file", "an object belongs here: { \"goals\": [ ... ] }");
            return result_;
        }
        unknown_keys(root, "", {"$schema", "currency", "goals"});
        if (const auto currency = root.find("currency"); currency != root.end()) {
            if (currency->is_string() && is_currency(currency->get_ref<const std::string&>()))
                result_.config.currency = *currency;
            else
                wrong("currency", "a currency code belongs here, such as \"EUR\"");
        }
        if (const auto goals = root.find("goals"); goals != root.end()) {
            if (!goals->is_array())
                wrong("goals", "a list belongs here: [ { \"reward\": \"free-shipping\", ... } ]");
            else
                for (std::size_t i = 0; i < goals->size(); ++i)
                    goal((*goals)[i], "goals[" + std::to_string(i) + "]");
        }
        return result_;
    }

  private:
    void wrong(std::string place, std::string what) {
        result_.mistakes.push_back({std::move(place), std::move(what)});
    }

    void unknown_keys(const Json& object, const std::string& place,
                      std::initializer_list<std::string_view> known) {
        for (const auto& [key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) != known.end())
                continue;
            std::string list;
            for (const std::string_view name : known)
                list += (list.empty() ? "" : ", ") + std::string(name);
            wrong(place + key, "this key is unknown; known are " + list);
        }
    }

    void goal(const Json& json, const std::string& place) {
        if (!json.is_object())
            return wrong(place, "an object belongs here: { \"reward\": \"free-shipping\", ... }");
        unknown_keys(json, place + ".", {"reward", "amount", "basis"});
        GoalConfig goal;
        const Json reward = json.value("reward", Json());
        const Json basis = json.value("basis", Json("after"));
        const Json amount = json.value("amount", Json());
        const std::size_t before = result_.mistakes.size();
        if (reward != "free-shipping")
            wrong(place + ".reward", "\"free-shipping\" belongs here");
        if (basis != "before" && basis != "after")
            wrong(place + ".basis", "\"before\" or \"after\" (discounts) belongs here");
        if (!amount.is_object() || amount.empty())
            wrong(place + ".amount", "amounts by currency belong here: { \"EUR\": \"50.00\" }");
        const bool sound = result_.mistakes.size() == before;
        if (amount.is_object())
            for (const auto& [currency, value] : amount.items())
                read_amount(currency, value, place + ".amount." + currency, goal);
        if (!sound || goal.amount.empty())
            return;
        goal.reward = reward;
        goal.after_discounts = basis == "after";
        result_.config.goals.push_back(std::move(goal));
    }

    void read_amount(const std::string& currency, const Json& value, const std::string& place,
                     GoalConfig& goal) {
        if (!is_currency(currency))
            return wrong(place, "this is no currency code such as \"EUR\"");
        const std::string text = value.is_string()   ? value.get<std::string>()
                                 : value.is_number() ? value.dump()
                                                     : "";
        // A whole number of euros that was written as 50.0 is still a whole number of euros.
        const auto minor = plain_decimal(text, exponent_of(currency));
        if (!minor || *minor == 0)
            return wrong(place, "a decimal above 0 with at most " +
                                    std::to_string(exponent_of(currency)) +
                                    " decimals belongs here, such as " +
                                    (exponent_of(currency) == 0 ? "\"5000\"" : "\"50.00\""));
        goal.amount[currency] = *minor;
    }

    ConfigResult result_;
};

}  // namespace

std::optional<std::int64_t> plain_decimal(std::string_view text, int exponent) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || whole.size() > 15 || decimals.size() > 15 ||
        (point < text.size() && decimals.empty()))
        return std::nullopt;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(whole.begin(), whole.end(), digit) ||
        !std::all_of(decimals.begin(), decimals.end(), digit))
        return std::nullopt;
    while (!decimals.empty() && decimals.back() == '0')
        decimals.remove_suffix(1);
    if (decimals.size() > static_cast<std::size_t>(exponent))
        return std::nullopt;
    std::int64_t minor = 0;
    for (const char c : whole)
        minor = minor * 10 + (c - '0');
    for (int i = 0; i < exponent; ++i)
        minor = minor * 10 + (static_cast<std::size_t>(i) < decimals.size()
                                  ? decimals[static_cast<std::size_t>(i)] - '0'
                                  : 0);
    constexpr std::int64_t kSafe = (std::int64_t{1} << 53) - 1;  // what JavaScript holds exactly
    return minor <= kSafe ? std::optional(minor) : std::nullopt;
}

ConfigResult read_config(std::string_view text) {
    return ConfigReader().read(text);
}

}  // namespace goeswith
