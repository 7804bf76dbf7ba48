// When products are bought: usual intervals, and what rises.

#include <algorithm>
#include <cmath>
#include <tuple>

#include "train/days.h"
#include "train/facts.h"

namespace goeswith {
namespace {

constexpr std::uint32_t kLeastCustomers = 5;  // the privacy floor, here as for affinities
constexpr std::uint32_t kLeastGaps = 10;
constexpr double kLeastAgain = 0.15;  // of its customers: who needs a second rucksack?
constexpr std::uint32_t kRecentDays = 28;
constexpr std::uint32_t kLeastRecentOrders = 10;
constexpr std::size_t kMostTrending = 100;

/// The chosen orders with a date, by customer and day; those without a customer come last.
std::vector<std::uint32_t> by_customer(const Orders& orders,
                                       std::span<const std::uint32_t> chosen) {
    std::vector<std::uint32_t> sequence;
    for (const std::uint32_t order : chosen)
        if (day_of(orders.time[order]) > 0)
            sequence.push_back(order);
    std::sort(sequence.begin(), sequence.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(orders.customer[a], orders.time[a], a) <
               std::tuple(orders.customer[b], orders.time[b], b);
    });
    return sequence;
}

}  // namespace

void add_intervals(const Orders& orders, std::span<const std::uint32_t> chosen,
                   const Baskets& baskets, ModelContent& content) {
    struct Last {
        std::uint32_t customer = kNoCustomer;
        std::uint32_t day = 0;
        std::uint32_t counted = kNoCustomer;  // the customer who was counted last
        std::uint32_t customers = 0;          // who bought it again
        std::uint32_t buyers = 0;             // who bought it at all
    };
    std::vector<Last> last(baskets.products());
    std::vector<std::vector<std::uint16_t>> gaps(baskets.products());
    for (const std::uint32_t order : by_customer(orders, chosen)) {
        const std::uint32_t customer = orders.customer[order];
        if (customer == kNoCustomer)
            break;
        const std::uint32_t day = day_of(orders.time[order]);
        for (const std::uint32_t product : orders.basket(order)) {
            const ProductId number = baskets.number_of[product];
            if (number == kNoProduct)
                continue;
            Last& seen = last[number];
            if (seen.customer == customer && day > seen.day) {
                gaps[number].push_back(static_cast<std::uint16_t>(day - seen.day));
                seen.customers += seen.counted != customer;
                seen.counted = customer;
            }
            seen.buyers += seen.customer != customer;
            seen.customer = customer;
            seen.day = day;
        }
    }
    bool any = false;
    content.intervals.assign(baskets.products(), 0);
    for (ProductId number = 0; number < baskets.products(); ++number) {
        auto& of = gaps[number];
        if (last[number].customers < kLeastCustomers || of.size() < kLeastGaps ||
            last[number].customers < kLeastAgain * last[number].buyers)
            continue;
        const auto middle = of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2);
        std::nth_element(of.begin(), middle, of.end());
        content.intervals[number] = *middle;
        any = true;
    }
    if (!any)
        content.intervals.clear();
}

void add_trending(const Orders& orders, std::span<const std::uint32_t> chosen,
                  const Baskets& baskets, ModelContent& content) {
    const std::vector<std::uint32_t> sequence = by_customer(orders, chosen);
    if (sequence.empty())
        return;
    std::uint32_t oldest = content.newest_day;
    for (const std::uint32_t order : sequence)
        oldest = std::min(oldest, day_of(orders.time[order]));
    const std::uint32_t days = std::min(kRecentDays, (content.newest_day - oldest + 1) / 8);
    if (days == 0)
        return;
    const std::uint32_t recent_from = content.newest_day - days + 1;

    struct Sales {
        std::uint32_t before = 0, recent = 0, customers = 0, counted = kNoCustomer;
    };
    std::vector<Sales> sales(baskets.products());
    double orders_before = 0, orders_recent = 0;
    for (const std::uint32_t order : sequence) {
        const bool recent = day_of(orders.time[order]) >= recent_from;
        ++(recent ? orders_recent : orders_before);
        for (const std::uint32_t product : orders.basket(order)) {
            const ProductId number = baskets.number_of[product];
            if (number == kNoProduct)
                continue;
            Sales& of = sales[number];
            ++(recent ? of.recent : of.before);
            if (!recent)
                continue;
            const std::uint32_t customer = orders.customer[order];
            of.customers += customer == kNoCustomer || of.counted != customer;
            of.counted = customer;
        }
    }
    if (orders_before == 0)
        return;
    std::vector<std::pair<double, ProductId>> rising;
    for (ProductId number = 0; number < baskets.products(); ++number) {
        const Sales& of = sales[number];
        const double expected = of.before * orders_recent / orders_before;
        const double above = (of.recent - expected) / std::sqrt(expected + 1);
        if (of.recent >= kLeastRecentOrders && of.customers >= kLeastCustomers &&
            of.recent >= 1.5 * expected && above >= 3)
            rising.emplace_back(-above, number);
    }
    std::sort(rising.begin(), rising.end());
    for (const auto& [above, number] : rising)
        if (content.trending.size() < kMostTrending)
            content.trending.push_back(number);
}

}  // namespace goeswith
