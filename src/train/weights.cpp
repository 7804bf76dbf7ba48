#include "train/weights.h"

#include <algorithm>
#include <cmath>

#include "train/gram.h"
#include "train/ridge.h"
#include "train/strongest.h"

namespace goeswith {
namespace {

using Targets = std::vector<std::vector<Predictor>>;

/// Keeps the edges that matter most over the whole graph.
void prune(const Baskets& baskets, const WeightOptions& options, Targets& targets) {
    const auto importance = [&](const Predictor& predictor) {
        return std::abs(predictor.weight) *
               std::sqrt(static_cast<float>(baskets.orders_with[predictor.product]));
    };
    const auto allowed = [&](const Predictor& predictor) {
        return predictor.weight < 0 || predictor.support >= options.candidates.support_floor;
    };
    StrongestValues strongest;
    for (const auto& predictors : targets)
        for (const Predictor& predictor : predictors)
            if (allowed(predictor))
                strongest.add(importance(predictor));
    const float threshold = strongest.threshold(
        static_cast<std::uint64_t>(options.edges * static_cast<double>(targets.size())));
    for (auto& predictors : targets)
        std::erase_if(predictors, [&](const Predictor& predictor) {
            return !allowed(predictor) || !(importance(predictor) >= threshold) ||
                   predictor.weight == 0;
        });
}

}  // namespace

std::vector<std::vector<WeightedEdge>> make_weights(const Baskets& baskets, const Counts& counts,
                                                    const WeightOptions& options,
                                                    const StageProgress& progress) {
    const auto stage = [&](double begin, double end) {
        return [=, &progress](double share) {
            if (progress)
                progress(begin + (end - begin) * share);
        };
    };
    RidgeOptions ridge = options.ridge;
    ridge.threads = options.threads;
    const Gram gram(baskets, counts, options.threads, options.most_pairs, stage(0, 0.3));
    Targets targets = find_candidates(baskets, gram, options.candidates, options.threads);
    solve_ridge(gram, ridge, targets, stage(0.3, 0.9));
    prune(baskets, options, targets);
    solve_ridge(gram, ridge, targets, stage(0.9, 1));

    std::vector<std::vector<WeightedEdge>> rows(baskets.products());
    for (ProductId target = 0; target < targets.size(); ++target)
        for (const Predictor& predictor : targets[target])
            // Solved again, a weight may have changed its sign.
            if (predictor.weight < 0 || predictor.support >= options.candidates.support_floor)
                rows[predictor.product].push_back({target, predictor.weight, predictor.support});
    return rows;
}

}  // namespace goeswith
