#pragma once

#include <vector>

#include "model/writer.h"
#include "train/candidates.h"
#include "train/counts.h"

namespace goeswith {

struct WeightOptions {
    double edges = 16;   // affinities a product, on average over the whole graph
    double recency = 0;  // an order counts for exp(-recency x age), from 0 (newest) to 1 (oldest)
    CandidateOptions candidates;
    RidgeOptions ridge;
    unsigned threads = 0;                   // 0: one a core
    std::uint64_t most_pairs = 80'000'000;  // see `Gram`: about 1 GB
};

/// The affinities of each product: all that training decides about who goes with whom is decided
/// here.
///
/// One ridge regression a product finds how much each of its candidates speaks for it; the edges
/// that matter most over the whole graph, by |weight| times the square root of the orders with
/// their source, are kept, and the regressions are solved again on those alone. An edge in favour
/// has at least the support floor's customers behind it.
std::vector<std::vector<WeightedEdge>> make_weights(const Baskets& baskets, const Counts& counts,
                                                    const WeightOptions& options,
                                                    const StageProgress& progress = {});

}  // namespace goeswith
