#include "simulate/basket.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace goeswith::shop {
namespace {

constexpr std::size_t kNothing = static_cast<std::size_t>(-1);
constexpr std::size_t kLinesAtMost = 120;

// Of a hundred further lines this many are complements, staples and whims; the others are
// something else that the customer came for.
constexpr std::uint64_t kComplement = 66;
constexpr std::uint64_t kStaple = 8;
constexpr std::uint64_t kWhim = 4;
// Of a hundred complements this many are taken from the same collection.
constexpr std::uint64_t kSameCollection = 80;

// Of a hundred temptations to take a second of a kind this many are given in to.
constexpr std::uint64_t kSecondOfASet = 12;
constexpr std::uint64_t kSecondOfOthers = 2;

std::size_t find_kind(std::string_view slug) {
    std::size_t kind = 0;
    while (kinds()[kind].slug != slug)
        ++kind;
    return kind;
}

std::uint32_t draw_quantity(Random& random, Habit habit) {
    static constexpr std::array<std::uint32_t, 10> kQuantities[] = {
        {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},  // once
        {1, 1, 1, 2, 2, 2, 4, 4, 4, 6},  // set
        {1, 1, 1, 1, 1, 1, 2, 2, 2, 3},  // refill
        {1, 1, 1, 1, 1, 1, 1, 2, 2, 3},  // staple
    };
    const auto& quantities = kQuantities[static_cast<std::size_t>(habit)];
    return quantities[random.below(quantities.size())];
}

}  // namespace

BasketFiller::BasketFiller(const Shop& shop, std::uint64_t seed, double lines_per_order)
    : shop_(shop), seed_(seed), kinds_in_month_(12), complements_(kinds().size()) {
    // In thousandths, since a division of doubles is the last thing here that could differ.
    const auto thousandths = static_cast<std::uint64_t>(lines_per_order * 1000 + 0.5);
    one_more_ = ((thousandths - 1000) << 32) / thousandths;
    for (std::size_t kind = 0; kind < kinds().size(); ++kind) {
        const Kind& it = kinds()[kind];
        const std::uint64_t weight = shop.has(kind) ? it.popularity : 0;
        kinds_.add(weight);
        staples_.add(it.habit == Habit::staple ? weight : 0);
        for (std::size_t month = 0; month < 12; ++month)
            kinds_in_month_[month].add(weight * it.season[month]);
        std::string_view rest = it.goes_with;
        for (std::uint64_t strength = 5; !rest.empty(); strength -= strength > 1) {
            const std::string_view slug = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), slug.size() + 1));
            const std::size_t complement = find_kind(slug);
            if (!shop.has(complement))
                continue;
            complements_[kind].kinds.push_back(complement);
            complements_[kind].wheel.add(strength);
        }
    }
    if (staples_.total() == 0)
        staples_ = kinds_;  // a shop of a few products may have none
}

std::size_t BasketFiller::count_lines(Random& random) const {
    std::size_t count = 1;
    while (count < kLinesAtMost && random.below(std::uint64_t{1} << 32) < one_more_)
        ++count;
    return count;
}

std::size_t BasketFiller::draw_any(Random& random, const Visit& visit, std::size_t kind) const {
    // Who has found a coffee stays with it: the key remembers.
    Random loyal{seed_, 'l', visit.customer, kind};
    const bool is_loyal = kinds()[kind].habit == Habit::refill && random.percent(75);
    Random& chooser = is_loyal ? loyal : random;
    std::size_t product = shop_.draw(chooser, kind);
    while (shop_[product].first_day > visit.day)
        product = shop_.draw(chooser, kind);
    return product;
}

bool BasketFiller::is_favourite(std::uint64_t customer, std::size_t kind) const {
    Random taste{seed_, 't', customer};
    for (int favourite = 0; favourite < 3; ++favourite)
        if (taste.below(departments().size()) == kinds()[kind].department)
            return true;
    return false;
}

std::size_t BasketFiller::draw_wish(Random& random, const Visit& visit) const {
    const Wheel& wheel = kinds_in_month_[visit.month];
    std::size_t kind = wheel.draw(random);
    // A look or two at what is one's own comes first.
    for (int look = 0; look < 2 && !is_favourite(visit.customer, kind); ++look)
        kind = wheel.draw(random);
    return draw_any(random, visit, kind);
}

std::size_t BasketFiller::draw_complement(Random& random, const Visit& visit,
                                          std::size_t product) const {
    const Complements& complements = complements_[shop_[product].kind];
    if (complements.kinds.empty())
        return kNothing;
    const std::size_t kind = complements.kinds[complements.wheel.draw(random)];
    if (!random.percent(kinds()[kind].season[visit.month]))
        return kNothing;
    if (!random.percent(kSameCollection))
        return draw_any(random, visit, kind);
    const std::size_t found = shop_.draw_in_collection(random, kind, shop_[product].collection);
    // What nobody wants is not wanted for going with something either.
    const bool is_taken = random.below(1000) < shop_[found].appeal;
    return is_taken && shop_[found].first_day <= visit.day ? found : kNothing;
}

std::size_t BasketFiller::draw_next(Random& random, const Visit& visit,
                                    const std::vector<Line>& basket) const {
    const std::uint64_t share = random.below(100);
    if (share < kComplement)
        return draw_complement(random, visit, basket[random.below(basket.size())].product);
    if (share < kComplement + kStaple)
        return draw_any(random, visit, staples_.draw(random));
    if (share < kComplement + kStaple + kWhim)
        return draw_any(random, visit, kinds_.draw(random));
    return draw_wish(random, visit);
}

bool BasketFiller::is_wanted(Random& random, const std::vector<Line>& basket,
                             std::size_t product) const {
    const std::size_t kind = shop_[product].kind;
    bool has_kind = false;
    for (const Line& line : basket) {
        if (line.product == product)
            return false;
        has_kind = has_kind || shop_[line.product].kind == kind;
    }
    const bool is_set = kinds()[kind].habit == Habit::set;
    return !has_kind || random.percent(is_set ? kSecondOfASet : kSecondOfOthers);
}

void BasketFiller::fill(Random& random, const Visit& visit, std::vector<Line>& basket) const {
    basket.clear();
    const auto put = [&](std::size_t product) {
        basket.push_back({product, draw_quantity(random, kinds()[shop_[product].kind].habit)});
    };
    const std::size_t count = count_lines(random);
    put(draw_wish(random, visit));
    // A small shop may have nothing left that is wanted.
    for (std::size_t tries = 8 * count; basket.size() < count && tries > 0; --tries) {
        const std::size_t product = draw_next(random, visit, basket);
        if (product != kNothing && is_wanted(random, basket, product))
            put(product);
    }
}

}  // namespace goeswith::shop
