#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

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
    virtual void score(const Question& question, std::span<double> scores,
                       unsigned worker) const = 0;
    virtual std::uint64_t size_bytes() const { return 0; }
};

// Each learns from the training part of a split. `evaluation_methods()` tells what they are.
std::unique_ptr<Ranker> make_popularity(const Orders& orders, const Split& split);
std::unique_ptr<Ranker> make_cosine(const Orders& orders, const Split& split, unsigned threads);
std::unique_ptr<Ranker> make_bm25(const Orders& orders, const Split& split, unsigned threads);
std::unique_ptr<Ranker> make_ease(const Orders& orders, const Split& split, double strength,
                                  unsigned threads);
/// A model file, which may be told what the shoppers' own earlier orders count.
class ServedRanker : public Ranker {
  public:
    /// From now on each shopper's device knows the orders of the training part that came before the
    /// one that is asked about. `own`  in strong affinities, as `TrainOptions::own`
    virtual void count_own(double own) = 0;
};

/// The file that a shop would ship, opened and asked as the page asks it, for its first `depth`
/// offers; what is behind them is a tie.
std::unique_ptr<ServedRanker> make_served(const Orders& orders, const Split& split,
                                          TrainOptions options, std::size_t depth = kMaxProducts);

}  // namespace goeswith
