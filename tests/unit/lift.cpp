#include "train/lift.h"

#include "unit/catch.h"
#include "unit/small_model.h"

using namespace goeswith;
using namespace goeswith::test;

namespace {

/// 10,000 orders; 1,000 with the first product, 500 with the second; `together` customers with
/// both.
Lift lift_with(std::uint32_t together) {
    ModelContent content = products(2);
    content.rows[0] = {{1, 0.5f, together}};
    content.shares = {share_code(0.1), share_code(0.05)};
    content.orders = 10000;
    const SmallModel small(content);
    REQUIRE(small.status == Status::ok);
    std::optional<Lift> lift;
    small.model.for_each_neighbour(0,
                                   [&](const Edge& edge) { lift = lift_of(small.model, 0, edge); });
    REQUIRE(lift);
    return *lift;
}

}  // namespace

TEST_CASE("the lift that the counts would give lies where the file says") {
    // Chance makes 50 of 10,000.
    for (const std::uint32_t together : {5u, 23u, 60u, 199u, 450u}) {
        const Lift lift = lift_with(together);
        const double exact = together / 50.0;
        INFO(together << " together: " << lift.least << " to " << *lift.most);
        CHECK(lift.support <= together);
        CHECK(*lift.support_below > together);
        CHECK(lift.least <= exact);
        CHECK(*lift.most >= exact);
        CHECK(lift.low < lift.least);
        CHECK(*lift.high > *lift.most);
    }
}

TEST_CASE("the interval is Poisson's") {
    // Of 5: 1.62 to 11.67 (exact, Garwood 1936); of 9: to 17.08.
    const Lift lift = lift_with(5);
    CHECK(lift.low / lift.least == Approx(1.62 / 5).margin(0.02));
    CHECK(*lift.high / *lift.most == Approx(17.08 / 9).margin(0.02));
}

TEST_CASE("the class of the most evidence has no upper end") {
    const Lift lift = lift_with(5000);
    CHECK(lift.support == 500);
    CHECK(!lift.support_below);
    CHECK(!lift.most);
    CHECK(!lift.high);
}

TEST_CASE("without evidence or without shares there is no lift") {
    const SmallModel small(five_products());
    small.model.for_each_neighbour(
        0, [&](const Edge& edge) { CHECK(!lift_of(small.model, 0, edge)); });
}
