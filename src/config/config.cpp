#include "config/config.h"

#include <algorithm>

#include "config/json_reader.h"
#include "read/currency.h"

namespace goeswith {

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
    ConfigResult result;
    JsonReader reader;
    Config& config = result.config;
    const auto done = [&] {
        result.mistakes = std::move(reader.mistakes);
        return std::move(result);
    };
    Json root;
    try {
        root = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const std::size_t at = std::min(error.byte, text.size());
        const auto line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        reader.wrong("line " + std::to_string(line),
                     "this is not JSON: is a comma or a quote missing?");
        return done();
    } catch (const Json::out_of_range&) {
        reader.wrong("the whole file", "a number in it is too large for JSON");
        return done();
    }
    if (!root.is_object()) {
        reader.wrong("the whole file", "an object belongs here: { \"goals\": [ ... ] }");
        return done();
    }
    reader.unknown_keys(root, "",
                        {"$schema", "currency", "goals", "rules", "rows", "picked", "upgrade",
                         "history", "experiment", "bundle", "stock", "cap", "strings"});
    reader.at(root, "currency", "", [&](const Json& value, const std::string& place) {
        if (value.is_string() && is_currency(value.get_ref<const std::string&>()))
            config.currency = value;
        else
            reader.wrong(place, "a currency code belongs here, such as \"EUR\"");
    });
    const auto list = [&](const char* key, const char* example, auto&& read, auto& into) {
        reader.at(root, key, "", [&](const Json& value, const std::string& place) {
            if (value.is_array())
                read(value, reader, into);
            else
                reader.wrong(place, std::string("a list belongs here: ") + example);
        });
    };
    list("goals", R"([ { "reward": "free-shipping", ... } ])", read_goals, config.goals);
    list("rules", R"([ { "do": "exclude", "tag": "spare part" } ])", read_rules, config.rules);
    list("rows", R"([ { "at": "cart", "show": ["together", "best-sellers"] } ])", read_rows,
         config.rows);
    reader.at(root, "picked", "", [&](const Json& value, const std::string& place) {
        config.picked = reader.texts(value, place);
    });
    reader.at(root, "upgrade", "", [&](const Json& value, const std::string& place) {
        if (!value.is_object())
            return reader.wrong(place,
                                "a range of percent belongs here: { \"from\": 10, \"to\": 60 }");
        reader.unknown_keys(value, place, {"from", "to"});
        const auto percent = [&](const char* key, std::uint32_t& end) {
            reader.at(value, key, place, [&](const Json& number, const std::string& here) {
                end = reader.whole(number, here, 0, 150).value_or(end);
            });
        };
        percent("from", config.upgrade_from);
        percent("to", config.upgrade_to);
        if (config.upgrade_from > config.upgrade_to)
            reader.wrong(place + ".to", "this is less than \"from\", " +
                                            std::to_string(config.upgrade_from) +
                                            "; the higher percentage belongs here");
    });
    // What the page alone acts on is checked here all the same.
    reader.at(root, "bundle", "", [&](const Json& value, const std::string& place) {
        if (!value.is_object() || value.size() != 1)
            return reader.wrong(place,
                                "one of these belongs here: { \"percent\": 10 }, { \"amount\": { "
                                "\"EUR\": \"5.00\" } }, { \"price\": { \"EUR\": \"55.00\" } }");
        reader.unknown_keys(value, place, {"percent", "amount", "price"});
        reader.at(value, "percent", place, [&](const Json& percent, const std::string& here) {
            reader.whole(percent, here, 1, 99);
        });
        for (const char* key : {"amount", "price"})
            reader.at(value, key, place, [&](const Json& amounts, const std::string& here) {
                reader.amounts(amounts, here);
            });
    });
    reader.at(root, "strings", "", [&](const Json& value, const std::string& place) {
        if (!value.is_object())
            return reader.wrong(place, "texts by their keys belong here: { \"add\": \"Buy\" }");
        for (const auto& [key, text] : value.items()) {
            const bool forms = text.is_object() && text.contains("other") &&
                               std::all_of(text.begin(), text.end(),
                                           [](const Json& form) { return form.is_string(); });
            if (!text.is_string() && !forms)
                reader.wrong(place + "." + key,
                             "a text belongs here, or one by plural category: { \"one\": \"{n} "
                             "item\", \"other\": \"{n} items\" }");
        }
    });
    reader.at(root, "cap", "", [&](const Json& value, const std::string& place) {
        reader.whole(value, place, 1, 1000);
    });
    reader.at(root, "stock", "", [&](const Json& value, const std::string& place) {
        reader.whole(value, place, 1, 1'000'000);
    });
    reader.at(root, "history", "", [&](const Json& value, const std::string& place) {
        if (!value.is_boolean())
            reader.wrong(place, "true or false belongs here");
    });
    reader.at(root, "experiment", "", [&](const Json& value, const std::string& place) {
        if (!value.is_object())
            return reader.wrong(place, "an object belongs here: { \"hidden\": 10 }");
        reader.unknown_keys(value, place, {"name", "hidden"});
        reader.at(value, "name", place, [&](const Json& name, const std::string& here) {
            reader.text(name, here, "the name of the cart's attribute");
        });
        if (!value.contains("hidden"))
            reader.wrong(place + ".hidden", "a percentage of carts, 1 to 99, belongs here");
        reader.at(value, "hidden", place, [&](const Json& hidden, const std::string& here) {
            reader.whole(hidden, here, 1, 99);
        });
    });
    return done();
}

}  // namespace goeswith
