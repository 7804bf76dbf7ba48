#pragma once

#include <vector>

#include "model/writer.h"
#include "train/counts.h"

namespace goeswith {

struct WeightOptions {
    double edges = 16;               // affinities a product, on average
    std::uint32_t support_floor = 5; // pairs of fewer customers are left out
    unsigned threads = 0;            // 0: one a core
};

/// The affinities of each product, strongest first: all that training decides about who goes with
/// whom is decided here.
///
/// Cosine of the weighted co-occurrence: w(i,j) = G(i,j) / sqrt(G(i,i) G(j,j)), the strongest
/// `edges` of each row; equal weights fall to the more popular neighbour.
std::vector<std::vector<WeightedEdge>> make_weights(const Baskets& baskets, const Counts& counts,
                                                    const WeightOptions& options,
                                                    const StageProgress& progress = {});

}  // namespace goeswith
