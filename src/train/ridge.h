#pragma once

#include <cstdint>
#include <vector>

#include "train/gram.h"

namespace goeswith {

/// A predictor of a target with its weight: how much `product` in the cart speaks for the target.
struct Predictor {
    ProductId product;
    float weight;
    std::uint32_t support;
};

struct RidgeOptions {
    double strength = 0.1;  // of the penalty, in mean diagonals
    double power =
        0.5;  // of a predictor's diagonal in its penalty: 0 the same for all, 1 in proportion
    unsigned threads = 0;
};

/// Solves one ridge regression a target on the predictors it has, and puts the weights in their
/// place: (G_CC + L) w = G_Cj with L(i) = strength * mean(d) * (d(i) / mean(d))^power, d the
/// diagonal of G. The sparse form of EASE (Steck 2019), as SLIM has it (Ning and Karypis 2011).
///
/// `targets`  the predictors of each product, by ascending number
/// Time grows with the cube of a target's predictors.
void solve_ridge(const Gram& gram, const RidgeOptions& options,
                 std::vector<std::vector<Predictor>>& targets, const StageProgress& progress = {});

}  // namespace goeswith
