#pragma once

#include <span>
#include <string>
#include <vector>

#include "train/evaluate.h"

namespace goeswith {

/// What was tried on the newest orders, and what came of it.
struct Trial {
    double recency, strength;
    double own;  // 0 where own earlier orders were not asked about
    double hr10, ndcg10;
    bool chosen;
};

struct Chosen {
    TrainOptions options;
    std::vector<Trial> trials;  // empty where there were too few orders to choose by
    std::uint64_t questions = 0;
};

/// Chooses recency, strength and the worth of own earlier orders for a shop by its own orders: the
/// newest tenth of `among` (a seeded random tenth where there are no dates) is asked about after
/// training on the rest, one choice after the other, each by HR@10 + 1.6 NDCG@10 until a larger
/// value is no better. With fewer than 200 questions the options stay as they are. Costs about nine
/// trainings, with a third of the candidates, on at most 100,000 orders.
Chosen choose_options(const Orders& orders, std::span<const std::uint32_t> among,
                      const TrainOptions& options, const StageProgress& progress = {});

}  // namespace goeswith
