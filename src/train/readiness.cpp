#include "train/readiness.h"

#include <cmath>

namespace goeswith {
namespace {

constexpr std::uint64_t kFewQuestions = 200;
constexpr double kWorthIt = 1.25;  // times as many answers found as by best sellers

double hit_rate(const Evaluation& evaluation, const std::string& method) {
    for (const Accuracy& accuracy : evaluation.methods)
        if (accuracy.method == method)
            return accuracy.hr10;
    return 0;
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

}  // namespace

Readiness readiness(const TrainReport& report, const Evaluation& newest) {
    const double model = hit_rate(newest, "goeswith");
    const double best_sellers = hit_rate(newest, "popularity");
    if (report.edges == 0) {
        const bool single = report.orders_of_one * 10 >= report.orders * 9;
        return {"best sellers only",
                single ? "nearly every order holds one product alone: do order ids repeat on the "
                         "lines of one order?"
                       : "no two products were bought together by enough customers: more orders "
                         "are needed, or ids that stay the same from order to order"};
    }
    if (newest.questions < kFewQuestions)
        return {"thin", "too few orders of two products and more to tell how good the model is: " +
                            std::to_string(newest.questions) + " questions, " +
                            std::to_string(kFewQuestions) + " are needed"};
    const std::string found = percent(model) +
                              " of what was taken out of the newest orders is "
                              "among ten offers, against " +
                              percent(best_sellers) + " by best sellers";
    if (model < best_sellers * kWorthIt)
        return {"thin", found + ": baskets here say little more than popularity"};
    if (report.products_without_edges * 2 > report.products)
        return {"thin", found +
                            "; yet most products were bought together with nothing often "
                            "enough, and best sellers stand in for their neighbours"};
    return {"good", found};
}

}  // namespace goeswith
