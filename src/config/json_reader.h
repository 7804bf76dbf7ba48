#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "config/config.h"

namespace goeswith {

using Json = nlohmann::json;

/// Reads values of a configuration by what belongs there, and collects what is wrong. Each function
/// returns nothing, or leaves out, what it could not read.
class JsonReader {
  public:
    std::vector<Mistake> mistakes;

    void wrong(std::string place, std::string what) {
        mistakes.push_back({std::move(place), std::move(what)});
    }
    void unknown_keys(const Json& object, const std::string& place,
                      std::initializer_list<std::string_view> known);

    /// Calls `read(value, place)` where the key is there.
    template <typename Read>
    void at(const Json& object, const char* key, const std::string& place, Read&& read) {
        if (const auto found = object.find(key); found != object.end())
            read(*found, place.empty() ? key : place + "." + key);
    }

    std::optional<std::string> text(const Json& value, const std::string& place,
                                    const std::string& belongs);
    /// One text or a list of them; none of them empty.
    std::vector<std::string> texts(const Json& value, const std::string& place);
    std::optional<std::uint32_t> whole(const Json& value, const std::string& place,
                                       std::uint32_t least, std::uint32_t most);
    Amounts amounts(const Json& value, const std::string& place, bool zero = false);
    /// Days since 1970-01-01, from "2026-12-24".
    std::optional<std::uint16_t> day(const Json& value, const std::string& place);
    void days(const Json& object, const std::string& place, std::uint16_t& from,
              std::uint16_t& until);
    Selection selection(const Json& value, const std::string& place);
    /// The conditions of `selection` as keys of an object that has others too.
    void select(const Json& object, const std::string& place, Selection& into);
    /// A mask of bits from names.
    template <typename Parse>
    std::uint8_t bits(const Json& value, const std::string& place, Parse&& parse,
                      const std::string& names) {
        std::uint8_t mask = 0;
        for (const std::string& name : texts(value, place)) {
            if (const auto number = parse(name))
                mask = static_cast<std::uint8_t>(mask | 1u << static_cast<unsigned>(*number));
            else
                wrong(place, "\"" + name + "\" is not known; known are " + names);
        }
        return mask;
    }
};

std::string place_of(const char* list, std::size_t at);

void read_goals(const Json& list, JsonReader& reader, std::vector<GoalConfig>& goals);
void read_rules(const Json& list, JsonReader& reader, std::vector<RuleConfig>& rules);
void read_rows(const Json& list, JsonReader& reader, std::vector<RowConfig>& rows);

}  // namespace goeswith
