#include "simulate/shop.h"

#include <algorithm>
#include <string_view>

#include "simulate/calendar.h"
#include "simulate/text.h"

namespace goeswith::shop {
namespace {

// What the variants of a collection are wanted against its first.
constexpr std::uint16_t kAppeal[] = {1000, 550, 320};
// One in nine is a slow seller: in the catalogue because somebody loved it.
constexpr std::uint16_t kSlow = 4;
constexpr std::uint64_t kZipf = 1u << 24;

std::size_t count_sizes(std::string_view sizes) {
    return 1 + static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), '|'));
}

std::string_view size_at(std::string_view sizes, std::size_t index) {
    for (; index > 0; --index)
        sizes.remove_prefix(sizes.find('|') + 1);
    return sizes.substr(0, sizes.find('|'));
}

/// Shops write 9.90, 24.50 and 89.00.
std::uint32_t round_to_shop_price(std::uint64_t cents) {
    if (cents < 6000) {
        const std::uint64_t half_euros = (cents + 25) / 50;
        // 24.50 stays, 24.00 becomes 23.90; small prices become 3.40 and 3.90.
        const bool keeps_half = half_euros % 2 == 1 && cents >= 1000;
        return static_cast<std::uint32_t>(half_euros * 50 - (keeps_half ? 0 : 10));
    }
    return static_cast<std::uint32_t>((cents + 250) / 500 * 500 - 100);
}

std::uint32_t draw_price(const Kind& kind, std::size_t size, std::uint64_t quality_percent) {
    const std::uint64_t steps = count_sizes(kind.sizes);
    const std::uint64_t range = kind.price_high - kind.price_low;
    // A kind of one size costs the middle of its range.
    const std::uint64_t share = steps == 1 ? 50 : size * 100 / (steps - 1);
    return round_to_shop_price((kind.price_low + range * share / 100) * quality_percent / 100);
}

std::int16_t draw_first_day(Random& random) {
    if (random.percent(30))
        return static_cast<std::int16_t>(1 + random.below(kDays - 5));
    return static_cast<std::int16_t>(-static_cast<int>(random.below(900)));
}

/// The eight collections that the vocabulary names, then compounds of all departments' names, each
/// department from another place on, then the same with a number.
void append_collection(std::string& text, std::size_t department, std::size_t collection) {
    const auto all = departments();
    constexpr std::size_t kOwn = std::tuple_size_v<decltype(Department::collections)>;
    if (collection < kOwn) {
        text += all[department].collections[collection];
        return;
    }
    const auto endings = collection_endings();
    const std::size_t stems = all.size() * kOwn;
    const std::size_t compounds = stems * endings.size();
    // Neighbours differ in stem and ending: a step prime to the number of compounds.
    const std::size_t name = ((collection - kOwn) * 1009 + department * 521) % compounds;
    const std::size_t stem = name % stems;
    text += all[stem / kOwn].collections[stem % kOwn];
    text += endings[name / stems];
    if (const std::size_t round = (collection - kOwn) / compounds; round > 0) {
        text += ' ';
        append_number(text, round + 1);
    }
}

void append_brand(std::string& text, std::size_t department, std::size_t collection) {
    const auto all = departments();
    const Department& own = all[department];
    if (collection < own.collections.size()) {
        text += own.brands[collection % own.brands.size()];
        return;
    }
    const auto endings = brand_endings();
    const std::size_t name = (collection * all.size() + department) / 4;  // a brand makes a few
    text += all[name % all.size()].collections[name / all.size() % own.collections.size()];
    text += ' ';
    text += endings[name / all.size() / own.collections.size() % endings.size()];
}

}  // namespace

Shop::Shop(std::uint32_t products, std::uint64_t seed) {
    const auto all = kinds();
    std::uint64_t total = 0;
    for (const Kind& kind : all)
        total += 6u + kind.popularity;
    products_.reserve(products);
    wheel_.reserve(products);
    kind_begin_.push_back(0);
    collection_begin_.resize(all.size());
    std::uint64_t sum = 0;
    for (std::size_t kind = 0; kind < all.size(); ++kind) {
        sum += 6u + all[kind].popularity;
        add_kind(kind, products * sum / total - products_.size(), seed);
        kind_begin_.push_back(products_.size());
    }
}

void Shop::add_kind(std::size_t number, std::size_t count, std::uint64_t seed) {
    const Kind& kind = kinds()[number];
    const std::size_t sizes = count_sizes(kind.sizes);
    const std::size_t tones = kind.tones.size();
    std::vector<std::uint32_t>& collections = collection_begin_[number];
    Random random{seed, 'k', number};
    for (std::size_t left = count; left > 0;) {
        const std::size_t collection = collections.size();
        collections.push_back(static_cast<std::uint32_t>(products_.size()));
        const std::size_t variants = std::min<std::size_t>(left, 1 + random.below(3));
        const std::uint64_t quality = 90 + random.below(31);
        const std::size_t start = random.below(sizes * tones);
        // Either sizes of one colour or colours of one size.
        const std::size_t step = tones >= variants && random.percent(50) ? sizes : 1;
        for (std::size_t variant = 0; variant < variants; ++variant) {
            const bool is_first = collection == 0 && variant == 0;
            const std::size_t form = (start + variant * step) % (sizes * tones);
            const std::int16_t first_day = draw_first_day(random);
            const bool is_slow = random.below(9) == 0;
            // The best known of a kind was always there, so that no kind is ever out of reach.
            products_.push_back({
                .price = draw_price(kind, form % sizes, quality),
                .collection = static_cast<std::uint32_t>(collection),
                .first_day = is_first ? std::min<std::int16_t>(first_day, 0) : first_day,
                .appeal = is_slow && !is_first ? kSlow : kAppeal[variant],
                .kind = static_cast<std::uint8_t>(number),
                .size = static_cast<std::uint8_t>(form % sizes),
                .tone = static_cast<std::uint8_t>(form / sizes),
            });
            wheel_.add(std::max<std::uint64_t>(
                1, kZipf / (collection + 3) * products_.back().appeal / 1000));
        }
        left -= variants;
    }
    collections.push_back(static_cast<std::uint32_t>(products_.size()));
}

std::size_t Shop::draw_in_collection(Random& random, std::size_t kind,
                                     std::uint32_t collection) const {
    const std::vector<std::uint32_t>& collections = collection_begin_[kind];
    if (collection + 1 >= collections.size())
        return draw(random, kind);
    return wheel_.draw(random, collections[collection], collections[collection + 1]);
}

void Shop::append_id(std::string& text, std::size_t product) const {
    const std::size_t kind = products_[product].kind;
    text += kinds()[kind].code;
    text += '-';
    // Article numbers begin anywhere and have gaps, as they do in a shop that has dropped some.
    const std::size_t number = product - kind_begin_[kind];
    append_number(text, 1000 + kind * 389 % 800 + number * 7 + number * number % 5);
}

void Shop::append_title(std::string& text, std::size_t product) const {
    const Product& it = products_[product];
    const Kind& kind = kinds()[it.kind];
    append_collection(text, kind.department, it.collection);
    text += ' ';
    text += kind.noun;
    if (!kind.sizes.empty()) {
        text += ", ";
        text += size_at(kind.sizes, it.size);
    }
    text += ", ";
    text += kind.tones[it.tone].name;
}

void Shop::append_row(std::string& text, std::size_t product) const {
    const Product& it = products_[product];
    const Kind& kind = kinds()[it.kind];
    append_id(text, product);
    text += ",\"";
    append_title(text, product);
    text += "\",/product/";
    append_id(text, product);
    text += ",/picture/";
    text += kind.slug;
    text += '/';
    text += kind.tones[it.tone].rgb;
    text += ".svg,";
    append_price(text, it.price);
    text += ",EUR,";
    text += departments()[kind.department].name;
    text += ',';
    append_brand(text, kind.department, it.collection);
    text += ',';
    append_date(text, kFirstDay + std::chrono::days{it.first_day});
    text += '\n';
}

}  // namespace goeswith::shop
