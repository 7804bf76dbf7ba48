#pragma once

#include "unit/dice.h"
#include "unit/small_model.h"

namespace goeswith::test {

/// A shop of random affinities, some of them negative, with prices.
inline ModelContent random_shop(std::size_t count, unsigned seed) {
    Dice random(seed);
    ModelContent content = products(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t edge = 0; edge < 16; ++edge) {
            const ProductId other = random.below(static_cast<std::uint32_t>(count));
            bool fresh = other != i;
            for (const WeightedEdge& existing : content.rows[i])
                fresh = fresh && existing.neighbour != other;
            if (fresh)
                content.rows[i].push_back({other,
                                           static_cast<float>(random.below(1000)) / 1000 - 0.2f,
                                           random.below(300) + 1});
        }
        content.prices.push_back(random.below(10) == 0 ? 0 : random.below(9000) + 50);
    }
    return content;
}

/// The same with everything that is told of products.
inline ModelContent random_market(std::size_t count, unsigned seed) {
    ModelContent content = random_shop(count, seed);
    Dice random(seed + 1);
    content.currency = "EUR";
    content.newest_day = 20'000;
    content.orders = 1000;
    content.category_names = {"c0", "c1", "c2", "c3", "c4", "c5"};
    content.brand_names = {"b0", "b1", "b2"};
    content.tag_names = {"t0", "t1", "t2"};
    for (std::size_t i = 0; i < count; ++i) {
        content.shares.push_back(share_code(1.0 / static_cast<double>(i + 2)));
        const std::uint32_t category = random.below(7);
        content.categories.push_back(category == 6 ? kNoGroup
                                                   : static_cast<std::uint16_t>(category));
        content.brands.push_back(static_cast<std::uint16_t>(random.below(3)));
        content.tags.push_back(random.below(8));
        content.parents.push_back(i > 0 && random.below(10) == 0 ? content.parents[i - 1]
                                                                 : static_cast<ProductId>(i));
        content.first_days.push_back(
            static_cast<std::uint16_t>(random.below(3) == 0 ? 0 : 19'800 + random.below(200)));
        content.intervals.push_back(static_cast<std::uint16_t>(random.below(3) * 15));
        content.margins.push_back(static_cast<std::uint8_t>(random.below(100)));
        if (random.below(10) == 0)
            content.trending.push_back(static_cast<ProductId>(i));
        content.upgrades.emplace_back();
        for (std::uint32_t n = random.below(4); n > 0; --n)
            content.upgrades.back().push_back(static_cast<ProductId>(
                (i + 1 + random.below(static_cast<std::uint32_t>(count) - 1)) % count));
    }
    return content;
}

}  // namespace goeswith::test
