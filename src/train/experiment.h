#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "read/orders.h"

namespace goeswith {

/// The figures by which the arms of an experiment are compared.
enum class Metric : std::uint8_t {
    average_order_value,  // revenue of an order that has an amount above 0, in minor units
    attach_rate,          // share of the orders with two different products and more
    items_per_order,
    revenue_per_order,  // revenue over all orders, an order without an amount counted as 0
};
inline constexpr std::size_t kMetrics = 4;

/// A figure and the 95 % interval around it.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// A figure of an arm against the same one of the control.
struct Difference {
    Estimate absolute;
    Estimate relative;  // to the control's figure; 0 where that is 0
    bool told = false;  // whether the interval leaves out 0 and rests on enough shoppers
    /// Orders in both arms together, from which a difference of 5 % would show four times in five.
    double orders_needed = 0;
};

/// What the orders with one label came to.
struct Arm {
    std::uint64_t orders = 0;
    std::uint64_t unpriced = 0;  // of them without an amount, or with 0
    std::uint64_t shoppers = 0;  // customers, and an order without one counts as one
    std::array<Estimate, kMetrics> estimates;
    std::array<Difference, kMetrics> differences;  // to the control; of the control itself: zeros
};

/// Below this many shoppers in an arm nothing is told: the intervals would be too narrow.
inline constexpr std::uint64_t kLeastShoppers = 100;
inline constexpr std::uint32_t kNoArm = 0xFFFFFFFF;

/// Compares arms by a Poisson bootstrap over customers (Hanley and MacGibbon 2006; Chamandy et al.
/// 2012): 1,000 times each customer counts as often as a draw says, with all orders in all arms,
/// and the percentiles of the figures are their intervals. More than 20,000 customers are thrown
/// into 20,000 groups, which changes the intervals by less than their own error.
///
/// `orders`   with amounts and items, see ReadOptions::keep
/// `arm_of`   one an order, or kNoArm
/// `control`  the arm that the others are compared with; below `arms`
/// Deterministic.
std::vector<Arm> compare_arms(const Orders& orders, std::span<const std::uint32_t> arm_of,
                              std::size_t arms, std::size_t control);

}  // namespace goeswith
