#include "config/json_reader.h"

#include <algorithm>

#include "read/currency.h"
#include "read/time.h"

namespace goeswith {

std::string place_of(const char* list, std::size_t at) {
    return std::string(list) + "[" + std::to_string(at) + "]";
}

void JsonReader::unknown_keys(const Json& object, const std::string& place,
                              std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        std::string list;
        for (const std::string_view name : known)
            list += (list.empty() ? "" : ", ") + std::string(name);
        wrong(place.empty() ? key : place + "." + key, "this key is unknown; known are " + list);
    }
}

std::optional<std::string> JsonReader::text(const Json& value, const std::string& place,
                                            const std::string& belongs) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty())
        return value.get<std::string>();
    wrong(place, belongs + " belongs here");
    return std::nullopt;
}

std::vector<std::string> JsonReader::texts(const Json& value, const std::string& place) {
    const Json list = value.is_array() ? value : Json::array({value});
    std::vector<std::string> texts;
    for (const Json& one : list)
        if (one.is_string() && !one.get_ref<const std::string&>().empty())
            texts.push_back(one);
    if (texts.size() == list.size() && !texts.empty())
        return texts;
    wrong(place, "a text, or a list of texts, belongs here: \"A\" or [\"A\", \"B\"]");
    return {};
}

std::optional<std::uint32_t> JsonReader::whole(const Json& value, const std::string& place,
                                               std::uint32_t least, std::uint32_t most) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() >= least &&
        value.get<std::uint64_t>() <= most)
        return value.get<std::uint32_t>();
    wrong(place, "a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                     " belongs here");
    return std::nullopt;
}

Amounts JsonReader::amounts(const Json& value, const std::string& place, bool zero) {
    Amounts amounts;
    if (!value.is_object() || value.empty()) {
        wrong(place, "amounts by currency belong here: { \"EUR\": \"50.00\" }");
        return amounts;
    }
    for (const auto& [currency, amount] : value.items()) {
        const std::string here = place + "." + currency;
        if (!is_currency(currency)) {
            wrong(here, "this is no currency code such as \"EUR\"");
            continue;
        }
        const std::string text = amount.is_string()   ? amount.get<std::string>()
                                 : amount.is_number() ? amount.dump()
                                                      : "";
        // A whole number of euros that was written as 50.0 is still a whole number of euros.
        const int exponent = exponent_of(currency);
        const auto minor = plain_decimal(text, exponent);
        if (minor && (*minor > 0 || zero))
            amounts[currency] = *minor;
        else
            wrong(here, std::string("a decimal ") + (zero ? "of 0 or more" : "above 0") +
                            " with at most " + std::to_string(exponent) +
                            " decimals belongs here, such as " +
                            (exponent == 0 ? "\"5000\"" : "\"50.00\""));
    }
    return amounts;
}

std::optional<std::uint16_t> JsonReader::day(const Json& value, const std::string& place) {
    constexpr std::int64_t kSecondsADay = 86400;
    if (value.is_string()) {
        const std::string& text = value.get_ref<const std::string&>();
        const auto time = parse_time(text);
        if (time && text.size() == 10 && time->order == DateOrder::clear && time->seconds >= 0 &&
            time->seconds / kSecondsADay < kForever)
            return static_cast<std::uint16_t>(time->seconds / kSecondsADay);
    }
    wrong(place, "a day belongs here: \"2026-12-24\"");
    return std::nullopt;
}

void JsonReader::days(const Json& object, const std::string& place, std::uint16_t& from,
                      std::uint16_t& until) {
    at(object, "from", place,
       [&](const Json& value, const std::string& here) { from = day(value, here).value_or(from); });
    at(object, "until", place, [&](const Json& value, const std::string& here) {
        until = day(value, here).value_or(until);
        if (until < from)
            wrong(here, "this day is before \"from\"; the later one belongs here");
    });
}

Selection JsonReader::selection(const Json& value, const std::string& place) {
    Selection selection;
    if (!value.is_object() || value.empty()) {
        wrong(place, "conditions belong here: { \"category\": \"Cups\" }");
        return selection;
    }
    unknown_keys(value, place, {"product", "category", "brand", "tag", "price", "margin"});
    select(value, place, selection);
    return selection;
}

void JsonReader::select(const Json& object, const std::string& place, Selection& into) {
    const auto names = [&](const char* key, std::vector<std::string>& list) {
        at(object, key, place,
           [&](const Json& value, const std::string& here) { list = texts(value, here); });
    };
    names("product", into.products);
    names("category", into.categories);
    names("brand", into.brands);
    names("tag", into.tags);
    const auto range = [&](const Json& value, const std::string& here, const char* example) {
        if (!value.is_object() || value.empty()) {
            wrong(here, std::string("a range belongs here: ") + example);
            return false;
        }
        unknown_keys(value, here, {"from", "to"});
        return true;
    };
    at(object, "price", place, [&](const Json& value, const std::string& here) {
        if (!range(value, here, R"({ "from": { "EUR": "5.00" }, "to": { "EUR": "20.00" } })"))
            return;
        at(value, "from", here, [&](const Json& from, const std::string& there) {
            into.price_from = amounts(from, there, true);
        });
        at(value, "to", here,
           [&](const Json& to, const std::string& there) { into.price_to = amounts(to, there); });
        if (into.price_from && into.price_to)
            for (const auto& [currency, amount] : *into.price_to)
                if (into.price_from->contains(currency) && into.price_from->at(currency) > amount)
                    wrong(here + ".to." + currency, "this is less than \"from\"");
    });
    at(object, "margin", place, [&](const Json& value, const std::string& here) {
        if (!range(value, here, R"({ "from": 0, "to": 20 })"))
            return;
        const auto percent = [&](const char* key, std::optional<int>& end) {
            at(value, key, here, [&](const Json& number, const std::string& there) {
                if (const auto read = whole(number, there, 0, 100))
                    end = static_cast<int>(*read);
            });
        };
        percent("from", into.margin_from);
        percent("to", into.margin_to);
        if (into.margin_from && into.margin_to && *into.margin_from > *into.margin_to)
            wrong(here + ".to", "this is less than \"from\"");
    });
}

}  // namespace goeswith
