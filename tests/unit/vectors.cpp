// The kept cases of tests/vectors, held against the native core.

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/bytes.h"
#include "recommend/goals.h"
#include "recommend/recommender.h"
#include "unit/catch.h"

using namespace goeswith;
using nlohmann::json;

namespace {

using Buffer = std::vector<unsigned char>;

std::string kept(const std::string& name) {
    std::ifstream file(GOESWITH_TEST_DATA "/../vectors/" + name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Buffer from_hex(std::string_view digits) {
    Buffer bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(
            static_cast<unsigned char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    return bytes;
}

/// The bytes of models/NAME.hex, as tests/vectors/README.md says how they are written.
Buffer kept_model(const std::string& name) {
    const std::string text = kept("models/" + name + ".hex");
    Buffer bytes;
    std::size_t part = 0;  // where the last part begins
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '#') {
            at = text.find('\n', at);
        } else if (text[at] == '"') {
            const std::size_t end = text.find('"', at + 1);
            part = bytes.size();
            bytes.insert(bytes.end(), text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                         text.begin() + static_cast<std::ptrdiff_t>(end));
            at = end + 1;
        } else if (text[at] == 'x') {
            const Buffer repeated(bytes.begin() + static_cast<std::ptrdiff_t>(part), bytes.end());
            for (int times = std::stoi(text.substr(at + 1)); times > 1; --times)
                bytes.insert(bytes.end(), repeated.begin(), repeated.end());
            at = text.find_first_of(" \n", at);
        } else if (text[at] == ' ' || text[at] == '\n') {
            ++at;
        } else {
            const std::size_t end = text.find_first_of(" \n", at);
            const Buffer more = from_hex(std::string_view(text).substr(at, end - at));
            part = bytes.size();
            bytes.insert(bytes.end(), more.begin(), more.end());
            at = end;
        }
    }
    return bytes;
}

void put_u32(Buffer& bytes, std::size_t at, std::size_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<unsigned char>(number >> (8 * i));
}

/// The bytes of a case of refused.json.
Buffer forged(const json& one) {
    if (one.contains("text")) {
        const std::string text = one["text"];
        return {text.begin(), text.end()};
    }
    Buffer bytes = kept_model(one.value("model", "kitchen"));
    const json changes = one.value("change", json::object());
    for (const auto& [at, hex] : changes.items()) {
        const Buffer change = from_hex(hex.get<std::string>());
        std::copy(change.begin(), change.end(), bytes.begin() + std::stoi(at));
    }
    bytes.resize(one.value("cut", bytes.size()));
    const Buffer more = from_hex(one.value("append", ""));
    bytes.insert(bytes.end(), more.begin(), more.end());
    if (one.value("sealed", false)) {
        put_u32(bytes, 8, bytes.size());
        const Bytes all(bytes);
        put_u32(bytes, 12, adler32(all.subspan(kHeaderBytes), adler32(all.first(12))));
    }
    return bytes;
}

json as_json(const std::vector<Offer>& offers) {
    json list = json::array();
    for (const Offer& offer : offers)
        list.push_back({offer.product, offer.score, offer.reason, offer.support});
    return list;
}

/// Runs each case of a file of cases; `ask(recommender, cart, case, out)` returns how many.
template <typename Ask>
void each_case(const std::string& file, Ask ask) {
    for (const json& shop : json::parse(kept(file))) {
        const Buffer bytes = kept_model(shop["model"]);
        const OpenResult opened = open_model(bytes);
        REQUIRE(opened);
        Recommender recommender(opened.model);
        for (const json& one : shop["cases"]) {
            INFO(shop["model"] << ": " << one["name"]);
            const std::vector<ProductId> cart = one["cart"];
            const std::vector<ProductId> exclude = one.value("exclude", std::vector<ProductId>{});
            std::vector<Offer> offers(one["limit"].get<std::size_t>());
            offers.resize(ask(recommender, Cart{cart, exclude}, one, offers));
            CHECK(as_json(offers) == one["offers"]);
        }
    }
}

}  // namespace

TEST_CASE("kept cases: what goes with a cart") {
    each_case("recommend.json",
              [](Recommender& recommender, const Cart& cart, const json&, std::span<Offer> out) {
                  return recommender.recommend(cart, out);
              });
}

TEST_CASE("kept cases: what closes a gap") {
    each_case("close_gap.json",
              [](Recommender& recommender, const Cart& cart, const json& one,
                 std::span<Offer> out) { return recommender.close_gap(cart, one["gap"], out); });
}

TEST_CASE("kept cases: how far a cart is from a goal") {
    for (const json& one : json::parse(kept("goals.json"))) {
        INFO(one["name"]);
        const CartAmounts cart{one["lines"], one.value("discounts", 0), one.value("notCounted", 0)};
        const GoalState state =
            goal_state(cart, one["target"],
                       one["basis"] == "after" ? Basis::after_discounts : Basis::before_discounts);
        CHECK(state.amount_minor == one["amount"]);
        CHECK(state.missing_minor == one["missing"]);
        CHECK(state.reached == one["reached"]);
    }
}

TEST_CASE("kept cases: what is no model is refused for the right reason and at the right byte") {
    for (const json& one : json::parse(kept("refused.json"))) {
        INFO(one["name"]);
        const Buffer bytes = forged(one);
        const OpenResult opened = open_model(bytes);
        CHECK(static_cast<int>(opened.status) == one["status"]);
        CHECK(opened.offset == one["offset"]);
        CHECK(opened.model.products() == 0);
    }
}
