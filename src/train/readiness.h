#pragma once

#include <string>

#include "train/evaluate.h"

namespace goeswith {

/// Whether a shop's orders are enough to recommend by.
struct Readiness {
    std::string grade;   // "good", "thin" or "best sellers only"
    std::string reason;  // a sentence for the merchant
};

/// Grades a training by its report and by how it answered the newest orders.
Readiness readiness(const TrainReport& report, const Evaluation& newest);

}  // namespace goeswith
