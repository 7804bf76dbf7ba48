#include <array>

#include "config/json_reader.h"

namespace goeswith {
namespace {

// By number, as src/recommend/rules.h has them.
constexpr std::array<std::string_view, kActions> kActionNames = {
    "exclude", "pin", "boost", "bury", "share", "differ", "near-price", "at-most"};
constexpr std::array<std::string_view, kKinds> kKindNames = {"category", "brand", "parent", "any"};

/// What an action needs to be told besides its name.
void read_action(const Json& json, const std::string& place, JsonReader& reader,
                 RuleConfig& config) {
    Rule& rule = config.rule;
    const auto number = [&](const char* key, std::uint32_t least, std::uint32_t most) {
        if (!json.contains(key)) {
            reader.wrong(place, std::string("\"") + key + "\" is missing: a whole number from " +
                                    std::to_string(least) + " to " + std::to_string(most));
            return;
        }
        rule.amount = reader.whole(json[key], place + "." + key, least, most).value_or(least);
    };
    const bool by = rule.action == Action::boost || rule.action == Action::bury;
    const bool kinds = rule.action == Action::share || rule.action == Action::differ ||
                       rule.action == Action::at_most;
    const auto superfluous = [&](const char* key, bool belongs) {
        if (json.contains(key) && !belongs)
            reader.wrong(place + "." + key, "this says nothing here: leave it out");
    };
    superfluous("by", by);
    superfluous("of", kinds);
    superfluous("count", rule.action == Action::at_most);
    superfluous("percent", rule.action == Action::price);
    if (by)
        number("by", 1, rule.action == Action::boost ? 900 : 100);
    if (rule.action == Action::at_most)
        number("count", 1, 100);
    if (kinds) {
        const Json of = json.value("of", Json("category"));
        bool known = false;
        for (std::size_t kind = 0; kind < kKinds; ++kind)
            if (of == kKindNames[kind] && (kind < 2 || rule.action == Action::at_most)) {
                rule.kind = static_cast<Kind>(kind);
                known = true;
            }
        if (!known)
            reader.wrong(place + ".of", rule.action == Action::at_most
                                            ? "category, brand, parent or any belongs here"
                                            : "category or brand belongs here");
    }
    if (rule.action == Action::price) {
        const Json percent = json.value("percent", Json());
        if (!percent.is_object())
            return reader.wrong(place + ".percent",
                                "a range belongs here: { \"from\": 20, \"to\": 100 }");
        reader.unknown_keys(percent, place + ".percent", {"from", "to"});
        rule.amount = 0;
        rule.amount_to = 10'000;
        const auto end = [&](const char* key, std::uint32_t& into) {
            reader.at(percent, key, place + ".percent",
                      [&](const Json& value, const std::string& here) {
                          into = reader.whole(value, here, 0, 10'000).value_or(into);
                      });
        };
        end("from", rule.amount);
        end("to", rule.amount_to);
        if (rule.amount > rule.amount_to)
            reader.wrong(place + ".percent.to", "this is less than \"from\"");
    }
    if (rule.action == Action::pin && config.select.products.empty() && !json.contains("product"))
        reader.wrong(place, "a pin names its products: \"product\": [\"A\", \"B\"]");
    if (rule.action == Action::exclude && config.select.empty())
        reader.wrong(place,
                     "this would exclude everything: say what, such as \"tag\": \"spare part\"");
}

}  // namespace

void read_rules(const Json& list, JsonReader& reader, std::vector<RuleConfig>& rules) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        const Json& json = list[at];
        const std::string place = place_of("rules", at);
        if (!json.is_object()) {
            reader.wrong(place, "an object belongs here: { \"do\": \"exclude\", ... }");
            continue;
        }
        const std::size_t before = reader.mistakes.size();
        reader.unknown_keys(
            json, place,
            {"do", "product", "category", "brand", "tag", "price", "margin", "by", "of", "count",
             "percent", "with", "at", "for", "from", "until", "months", "note"});
        RuleConfig config;
        Rule& rule = config.rule;
        rule.source = static_cast<std::uint16_t>(at);
        reader.select(json, place, config.select);
        const Json action = json.value("do", Json());
        bool known = false;
        std::string names;
        for (std::size_t number = 0; number < kActions; ++number) {
            names += (number == 0 ? "" : ", ") + std::string(kActionNames[number]);
            if (action == kActionNames[number]) {
                rule.action = static_cast<Action>(number);
                known = true;
            }
        }
        if (known)
            read_action(json, place, reader, config);
        else
            reader.wrong(place + ".do", "one of these belongs here: " + names);
        reader.at(json, "with", place, [&](const Json& value, const std::string& here) {
            config.with = reader.selection(value, here);
            rule.withs = 1;
            for (const auto* several : {&config.with.categories, &config.with.brands})
                if (several->size() > 1)
                    reader.wrong(here,
                                 "one category and one brand at most belong here; write a "
                                 "rule for each of several");
        });
        reader.at(json, "at", place, [&](const Json& value, const std::string& here) {
            rule.placements = reader.bits(value, here, parse_placement, placement_names());
        });
        reader.at(json, "for", place, [&](const Json& value, const std::string& here) {
            rule.stages = reader.bits(value, here, parse_stage, stage_names());
        });
        reader.days(json, place, rule.from_day, rule.until_day);
        reader.at(json, "months", place, [&](const Json& value, const std::string& here) {
            if (!value.is_array() || value.empty())
                return reader.wrong(here, "a list of months belongs here: [6, 7, 8]");
            for (const Json& month : value)
                if (const auto number = reader.whole(month, here, 1, 12))
                    rule.months = static_cast<std::uint16_t>(rule.months | 1u << (*number - 1));
        });
        if (reader.mistakes.size() == before)
            rules.push_back(std::move(config));
    }
    if (rules.size() > RuleList::kMostRules)
        reader.wrong("rules", "there are more than " + std::to_string(RuleList::kMostRules) +
                                  "; put products with the same rule into one");
}

void read_rows(const Json& list, JsonReader& reader, std::vector<RowConfig>& rows) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        const Json& json = list[at];
        const std::string place = place_of("rows", at);
        if (!json.is_object()) {
            reader.wrong(place,
                         "an object belongs here: { \"at\": \"cart\", \"show\": [\"together\"] }");
            continue;
        }
        const std::size_t before = reader.mistakes.size();
        reader.unknown_keys(json, place, {"at", "for", "show", "note"});
        RowConfig row;
        reader.at(json, "at", place, [&](const Json& value, const std::string& here) {
            row.placements = reader.bits(value, here, parse_placement, placement_names());
        });
        reader.at(json, "for", place, [&](const Json& value, const std::string& here) {
            row.stages = reader.bits(value, here, parse_stage, stage_names());
        });
        if (!json.contains("show"))
            reader.wrong(place + ".show", "lists belong here: [\"together\", \"best-sellers\"]");
        reader.at(json, "show", place, [&](const Json& value, const std::string& here) {
            for (const std::string& name : reader.texts(value, here)) {
                if (parse_list(name))
                    row.lists.push_back(name);
                else
                    reader.wrong(here,
                                 "there is no list \"" + name + "\"; there are " + list_names());
            }
        });
        if (reader.mistakes.size() == before)
            rows.push_back(std::move(row));
    }
}

}  // namespace goeswith
