#pragma once

#include <cstdint>
#include <limits>

#include "read/orders.h"

namespace goeswith {

inline constexpr std::int64_t kSecondsADay = 86400;

/// Days since 1970-01-01, or 0 where the time is not known or no day that a model can tell.
inline std::uint32_t day_of(std::int64_t time) {
    if (time == kNoTime || time < 0)
        return 0;
    const std::int64_t day = time / kSecondsADay;
    return day <= std::numeric_limits<std::uint16_t>::max() ? static_cast<std::uint32_t>(day) : 0;
}

}  // namespace goeswith
