#include "simulate/calendar.h"

#include <algorithm>

namespace goeswith::shop {
namespace {

namespace chrono = std::chrono;

constexpr std::uint64_t kMonths[] = {88, 84, 92, 98, 100, 92, 86, 84, 94, 102, 128, 150};
constexpr std::uint64_t kWeekdays[] = {126, 112, 104, 100, 98, 92, 88};  // Sunday first
constexpr std::uint64_t kHours[] = {8,  4,  2,  1,  1,  2,  7,  16, 28, 38, 44, 46,
                                    48, 44, 40, 40, 42, 48, 58, 72, 84, 78, 52, 24};

std::uint64_t weight_of(chrono::year_month_day date, int day, Random& random) {
    const chrono::weekday weekday{chrono::sys_days{date}};
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned day_of_month = static_cast<unsigned>(date.day());
    std::uint64_t weight = kMonths[month - 1] * kWeekdays[weekday.c_encoding()];
    weight = weight * (100 + static_cast<std::uint64_t>(day) * 30 / kDays) / 100;
    weight = weight * (88 + random.below(25)) / 100;
    if (month == 11 && weekday == chrono::Friday && day_of_month >= 23 && day_of_month <= 29)
        weight = weight * 17 / 10;  // the day after the fourth Thursday
    if (month == 12 && day_of_month >= 21)
        weight = weight * 4 / 10;
    return weight;
}

}  // namespace

Calendar::Calendar(std::uint64_t seed) {
    Random random{seed, 'd'};
    for (int day = 0; day < kDays; ++day)
        sums_.push_back(sums_.back() + weight_of(kFirstDay + chrono::days{day}, day, random));
    for (const std::uint64_t weight : kHours)
        hours_.add(weight);
}

std::uint64_t Calendar::orders_on(int day, std::uint64_t orders) const {
    const auto index = static_cast<std::size_t>(day);
    return orders * sums_[index + 1] / sums_.back() - orders * sums_[index] / sums_.back();
}

void Calendar::draw_times(Random& random, std::uint64_t count,
                          std::vector<std::uint32_t>& out) const {
    out.clear();
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::size_t hour = hours_.draw(random);
        out.push_back(static_cast<std::uint32_t>(hour * 3600 + random.below(3600)));
    }
    std::sort(out.begin(), out.end());
}

}  // namespace goeswith::shop
