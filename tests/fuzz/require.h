#pragma once

#include <stdexcept>

namespace goeswith::fuzz {

/// Ends the input at a law that does not hold: the fuzzer keeps it, the unit test reports it.
inline void require(bool holds, const char* law) {
    if (!holds)
        throw std::logic_error(law);
}

}  // namespace goeswith::fuzz
