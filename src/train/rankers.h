#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "read/orders.h"
#include "train/split.h"
#include "train/train.h"

namespace goeswith {

/// A trained method that can be asked for scores.
class Ranker {
  public:
    virtual ~Ranker() = default;
    /// A score for each product of `Orders::products`; `scores` comes in as zeros. Called from
    /// several threads, each with a `worker` number of its own.
    virtual void score(std::span<const std::uint32_t> cart, std::span<double> scores,
                       unsigned worker) const = 0;
    virtual std::uint64_t size_bytes() const { return 0; }
};

/// A ranker by the name of its method, trained on the training part of a split.
std::unique_ptr<Ranker> train_ranker(const std::string& method, const Orders& orders,
                                     const Split& split, const TrainOptions& options);

}  // namespace goeswith
