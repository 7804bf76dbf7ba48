#include "train/lift.h"

#include <algorithm>
#include <cmath>

namespace goeswith {
namespace {

constexpr double kZ = 1.959964;  // 95 %, both sides

// The ends of the interval around a Poisson number.
double poisson_low(double count) {
    return count * std::pow(1 - 1 / (9 * count) - kZ / (3 * std::sqrt(count)), 3);
}
double poisson_high(double count) {
    const double next = count + 1;
    return next * std::pow(1 - 1 / (9 * next) + kZ / (3 * std::sqrt(next)), 3);
}

/// A share of the orders, `half_steps` half steps of its code above the middle.
double share(const Model& model, ProductId product, double half_steps) {
    return std::min(1.0, std::exp2((half_steps / 2 - model.share(product)) / 8));
}

/// What is rounded down to two digits lies below this.
double orders_below(std::uint32_t orders) {
    double unit = 1;
    while (orders / unit >= 100)
        unit *= 10;
    return orders + unit;
}

}  // namespace

std::optional<Lift> lift_of(const Model& model, ProductId product, const Edge& edge) {
    const std::uint32_t support = model.support(edge.support_class);
    if (support == 0 || model.orders() == 0)
        return std::nullopt;
    // What chance would make of the pair, at the most and at the least.
    const double chance_most =
        orders_below(model.orders()) * share(model, product, 1) * share(model, edge.neighbour, 1);
    const double chance_least =
        model.orders() * share(model, product, -1) * share(model, edge.neighbour, -1);
    Lift lift{support,
              std::nullopt,
              support / chance_most,
              std::nullopt,
              poisson_low(support) / chance_most,
              std::nullopt};
    if (edge.support_class + 1u < kSupportClasses) {
        const auto next = static_cast<std::uint8_t>(edge.support_class + 1);
        lift.support_below = model.support(next);
        const double largest = *lift.support_below - 1.0;
        lift.most = largest / chance_least;
        lift.high = poisson_high(largest) / chance_least;
    }
    return lift;
}

}  // namespace goeswith
