#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace goeswith {

struct SimulateOptions {
    std::uint32_t products = 300;   // at least 1
    std::uint64_t orders = 40'000;  // at least 1
    std::uint64_t seed = 1;
    double lines_per_order = 3.2;                   // mean, 1 (nothing else to learn from) to 20
    std::function<void(std::uint64_t)> progress{};  // orders written so far, once a day told of
};

struct Simulated {
    std::uint64_t products = 0;
    std::uint64_t orders = 0;
    std::uint64_t lines = 0;
};

/// Writes two years of orders and the catalogue of an invented home-and-outdoors shop, both as
/// the canonical CSV: complements, substitutes, seasons, customers who return, a long tail.
///
/// Equal options give equal bytes on every platform. Memory grows with the products; the orders
/// are streamed, oldest first. Whether the streams took it all is theirs to tell.
Simulated simulate(const SimulateOptions& options, std::ostream& orders, std::ostream& catalogue);

}  // namespace goeswith
