#include "read/product_facts.h"

#include "catch.h"
#include "read/ids.h"

using namespace goeswith;

TEST_CASE("the median is a price that stood in the file, of an even number the lower one") {
    ToldFacts facts;
    CHECK(facts.median_price() == kNoPrice);
    for (const std::int64_t amount : {30, 10, 20, 20, 90, 10})
        facts.saw_price(amount);
    CHECK(facts.median_price() == 20);
    facts.saw_price(10);
    facts.saw_price(10);
    CHECK(facts.median_price() == 10);
}

TEST_CASE("a price that changes with every line still has a median near the middle") {
    ToldFacts rising;
    ToldFacts falling;
    for (std::int64_t amount = 1; amount <= 1000; ++amount) {
        rising.saw_price(amount);
        falling.saw_price(1001 - amount);
    }
    CHECK(rising.median_price() == Approx(500).margin(60));
    CHECK(falling.median_price() == Approx(500).margin(60));
}

TEST_CASE("a title among hundreds of others is still the most frequent one") {
    ToldFacts facts;
    facts.saw_title("WHITE HEART");
    for (int i = 0; i < 500; ++i)
        facts.saw_title("note " + std::to_string(i));
    facts.saw_title("WHITE HEART");
    CHECK(facts.title() == "WHITE HEART");
}

TEST_CASE("ids are numbered by first sight, however many there are") {
    IdTable ids;
    for (int round = 0; round < 2; ++round)
        for (std::uint32_t i = 0; i < 100'000; ++i)
            if (ids.number("id " + std::to_string(i)) != i)
                FAIL("id " << i << " has another number");
    CHECK(ids.size() == 100'000);
    CHECK(ids.number("") == 100'000);
}
