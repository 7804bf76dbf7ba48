#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "config/config.h"
#include "train/choose.h"

namespace goeswith {

/// A shop's model, and how its options were chosen.
struct Training {
    Chosen chosen;
    TrainResult result;
};

/// Hears which stage is at work and how far it has come, from 0 to 1; from any thread, one at a
/// time.
using Stages = std::function<void(const char* stage, double share)>;

/// Orders to a model as `goeswith train` makes it: options chosen on the newest orders, then all of
/// the orders learned from. Throws DataError where no product has orders enough.
///
/// `shop`  what its rules and goals name is known to the model
Training train_shop(const Orders& orders, const Config& shop, const TrainOptions& options,
                    const Stages& progress = {});

/// How good such a model is on the newest orders, next to showing everyone the best sellers.
Evaluation ask_newest(const Orders& orders, const TrainOptions& options,
                      const Stages& progress = {});

/// What was read, left out and why.
nlohmann::json json_of(const ReadReport& read);

/// What was read, chosen and trained, how good it is, and whether that is enough.
nlohmann::json training_report(const Orders& orders, const Training& training,
                               const Evaluation& newest);

}  // namespace goeswith
