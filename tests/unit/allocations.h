#pragma once

#include <cstddef>

namespace goeswith::test {

/// How often this process has asked for memory so far.
std::size_t allocations();

}  // namespace goeswith::test
