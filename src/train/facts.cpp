#include "train/facts.h"

#include <algorithm>
#include <limits>

namespace goeswith {
namespace {

constexpr std::int64_t kSecondsADay = 86400;

/// Days since 1970-01-01, or 0 where the time is not known or no day that the file can tell.
std::uint32_t day_of(std::int64_t time) {
    if (time == kNoTime || time < 0)
        return 0;
    const std::int64_t day = time / kSecondsADay;
    return day <= std::numeric_limits<std::uint16_t>::max() ? static_cast<std::uint32_t>(day) : 0;
}

}  // namespace

void add_facts(const Orders& orders, std::span<const std::uint32_t> chosen, const Baskets& baskets,
               ModelContent& content) {
    content.orders = static_cast<std::uint32_t>(
        std::min<std::size_t>(chosen.size(), std::numeric_limits<std::uint32_t>::max()));
    for (const std::uint32_t order : chosen)
        content.newest_day = std::max(content.newest_day, day_of(orders.time[order]));
    for (const std::uint32_t with : baskets.orders_with)
        content.shares.push_back(
            share_code(static_cast<double>(with) / static_cast<double>(chosen.size())));
}

}  // namespace goeswith
