#pragma once

#include <vector>

#include "train/gram.h"
#include "train/ridge.h"

namespace goeswith {

struct CandidateOptions {
    double in_favour = 64;  // candidates a product, on average over the whole graph
    double against = 0;     // the same of those bought less than chance; 0: by the catalogue
    std::uint32_t support_floor = 5;  // customers behind a pair that may speak for a product
    std::uint32_t common = 50;        // orders with a product that may speak against another
};

/// The products worth asking about each product: those whose orders together stand out most from
/// chance, by the residual (G - E) / sqrt(E + 0.005 mean diagonal) after Pearson, E what chance
/// would make of the pair. The best of the whole graph, so that products of which more is known get
/// more.
///
/// In favour only pairs that enough customers bought. Against only pairs of products that are
/// common by themselves: that two rare products were never bought together says nothing. At most
/// 256 a product, since a regression costs the cube of its predictors.
/// Returns the predictors of each product by ascending number, with their residuals for weights.
std::vector<std::vector<Predictor>> find_candidates(const Baskets& baskets, const Gram& gram,
                                                    const CandidateOptions& options,
                                                    unsigned threads);

}  // namespace goeswith
