// The storefront module: one model, carts, offers. Only numbers cross; what is longer lies in the
// module's memory, at addresses that the page asks for. The page parses and the core decides.
// `web/engine/core.d.ts` says the same to TypeScript.
//
// A module holds one model, and the page drops it whole.

#include <emscripten/bind.h>

#include <cstdint>
#include <new>
#include <type_traits>

#include "model/model.h"
#include "recommend/goals.h"
#include "recommend/recommender.h"

namespace {

using namespace goeswith;
using Word = std::uint32_t;

constexpr Word kLimit = 500;  // numbers of a list, lines of a cart
constexpr Word kOfferLimit = 64;

/// What a question says before its lists; the page writes it to `room()`.
struct Head {
    Word product, placement, stage, day, month;
    // How many numbers follow: cart, exclude, quantities, viewed, lists, and three for each product
    // that was bought: number, orders ago, days ago.
    Word counts[6];
};

constexpr Word kLineNumbers = 5;  // product, amount, tax (below 0: unknown), pieces, counts

/// A question or the lines of a cart.
union Room {
    Word words[sizeof(Head) / 4 + 5 * kLimit + 3 * kLimit];
    double lines[kLineNumbers * kLimit];
};

Room asked;
Offer found[kOfferLimit];
// Bytes alone: the values that a line begins with would stand in the file, 500 times.
alignas(GoalLine) unsigned char goal_line_bytes[kLimit * sizeof(GoalLine)];
unsigned char* bytes = nullptr;
Word* words = nullptr;
Word byte_count = 0, word_count = 0, word_room = 0;
Model opened;
Recommender* recommender = nullptr;
RuleList goals;

template <typename Part>
Word address(const Part* part) {
    return static_cast<Word>(reinterpret_cast<std::uintptr_t>(part));
}

Word model(Word size_bytes) {
    bytes = new (std::nothrow) unsigned char[size_bytes];
    byte_count = bytes ? size_bytes : 0;
    return address(bytes);
}

Word open() {
    const OpenResult result = open_model({bytes, byte_count});
    opened = result.model;
    recommender = result ? new (std::nothrow) Recommender(opened) : nullptr;
    if (!result || (recommender && recommender->ready()))
        return static_cast<Word>(result.status);
    recommender = nullptr;
    return static_cast<Word>(Status::no_memory);
}

Bytes section_bytes(Word kind) {
    return kind < kKnownKinds ? opened.part(static_cast<Section>(kind)) : Bytes{};
}
Word section(Word kind) {
    return address(section_bytes(kind).data());
}
Word section_size(Word kind) {
    return static_cast<Word>(section_bytes(kind).size());
}

Word room() {
    return address(&asked);
}
Word offers() {
    // The page reads four numbers; a byte of padding among them would be read too.
    static_assert(sizeof(Offer) == 16 && alignof(Offer) == 4 &&
                  std::has_unique_object_representations_v<Offer>);
    return address(found);
}

Word rules(Word count) {
    // Nothing is ever freed, so what there is is used again.
    if (count > word_room) {
        words = new (std::nothrow) Word[count];
        word_room = words ? count : 0;
    }
    word_count = words ? count : 0;
    return address(words);
}
Word set_rules() {
    const std::span<const Word> given(words, word_count);
    return recommender && recommender->set_rules(given) && goals.open(given);
}

enum : Word { kRow = 0, kBundle = 1, kGap = 2, kGapWithTwo = 3 };

double ask(Word what, Word limit, double gap_minor, double saves_minor, double costs_minor) {
    if (!recommender)
        return 0;
    const Head& head = *reinterpret_cast<const Head*>(asked.words);
    const Word* at = asked.words + sizeof(Head) / 4;
    const auto next = [&](int list) {
        const Word count = head.counts[list] < kLimit ? head.counts[list] : kLimit;
        const std::span<const Word> numbers(at, count);
        at += count;
        return numbers;
    };
    Cart cart;
    Moment moment;
    cart.products = next(0);
    cart.exclude = next(1);
    cart.quantities = next(2);
    moment.viewed = next(3);
    moment.lists = next(4);
    static_assert(sizeof(Bought) == 12);
    cart.bought = {reinterpret_cast<const Bought*>(at),
                   head.counts[5] < kLimit ? head.counts[5] : kLimit};
    moment.product = head.product;
    moment.placement = static_cast<Placement>(head.placement % kPlacements);
    moment.stage = static_cast<Stage>(head.stage % kStages);
    moment.day = head.day;
    moment.month = head.month % 13;
    const Gap gap{static_cast<std::int64_t>(gap_minor), static_cast<std::int64_t>(saves_minor),
                  static_cast<std::int64_t>(costs_minor)};
    const std::span<Offer> out(found, limit < kOfferLimit ? limit : kOfferLimit);
    Offer(&pair)[2] = *reinterpret_cast<Offer(*)[2]>(found);
    return what == kRow      ? recommender->recommend(cart, moment, out)
           : what == kBundle ? recommender->bundle(cart, moment, pair)
           : what == kGap    ? recommender->close_gap(cart, moment, gap, out)
                             : recommender->close_gap_with_two(cart, moment, gap, pair);
}

/// `how`  bit 0: items, bit 1: after discounts, then two bits of Tax wanted, two of Tax shown
double missing(Word goal, Word how, double target_minor, double discounts_minor,
               double line_count) {
    GoalLine* const goal_lines = reinterpret_cast<GoalLine*>(goal_line_bytes);
    std::size_t count = 0;
    for (const double* line = asked.lines; count < line_count && count < kLimit;
         line += kLineNumbers)
        goal_lines[count++] = {line[0] >= 0 ? static_cast<ProductId>(line[0]) : kNoneAtHand,
                               static_cast<std::int64_t>(line[1]),
                               static_cast<std::int64_t>(line[2]), static_cast<Word>(line[3]),
                               line[4] != 0};
    const GoalQuestion question{
        static_cast<std::int64_t>(target_minor), (how & 1) != 0,
        static_cast<Basis>(how >> 1 & 1),        static_cast<Tax>((how >> 2 & 3) % 3),
        static_cast<Tax>((how >> 4 & 3) % 3),    static_cast<std::int64_t>(discounts_minor)};
    return static_cast<double>(goal_missing(goals, opened, goal, {goal_lines, count}, question));
}

}  // namespace

EMSCRIPTEN_BINDINGS(storefront) {
    emscripten::function("model", &model);
    emscripten::function("open", &open);
    emscripten::function("section", &section);
    emscripten::function("sectionSize", &section_size);
    emscripten::function("room", &room);
    emscripten::function("offers", &offers);
    emscripten::function("rules", &rules);
    emscripten::function("setRules", &set_rules);
    emscripten::function("ask", &ask);
    emscripten::function("goalMissing", &missing);
}
