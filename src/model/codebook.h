#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/layout.h"

namespace goeswith {

/// A scale and the 32 multiples of it that stand for all weights of a model.
struct Codebook {
    float scale = 1;
    std::array<std::int16_t, kWeights> weights{};  // ascending

    /// The number of the nearest weight; of two equally near ones the smaller.
    std::uint8_t nearest(float weight) const;
};

/// Fits a codebook to weights by Lloyd's algorithm (Lloyd 1982, "Least squares quantization in
/// PCM"), in a fixed number of rounds over a histogram: the same weights in any order give the
/// same codebook. Costs one pass over the weights and then nothing that grows with them.
Codebook fit_codebook(std::span<const float> weights);

}  // namespace goeswith
