#pragma once

#include <optional>

#include "model/model.h"

namespace goeswith {

/// How much more often two products are bought together than chance would have it, as far as a
/// model file tells.
struct Lift {
    std::uint32_t support;                       // bought together by at least so many customers
    std::optional<std::uint32_t> support_below;  // and by fewer than so many; nothing: no end
    double least;                // the lift, if all that was rounded was rounded against it
    std::optional<double> most;  // and in its favour
    double low;                  // the 95 % interval around both
    std::optional<double> high;
};

/// The lift of an edge of `product`, P(both) / (P(one) P(other)) (Brin and others 1997); nothing
/// for an edge without evidence of its own, or where the file tells no shares.
///
/// The file holds no counts: support is a class, a share is known within a step of 2^(1/8), the
/// number of orders to two digits. `least` and `most` follow from these; the interval adds that the
/// support itself is a Poisson number (Byar's approximation, Breslow and Day 1987, volume II, 2.3).
std::optional<Lift> lift_of(const Model& model, ProductId product, const Edge& edge);

}  // namespace goeswith
