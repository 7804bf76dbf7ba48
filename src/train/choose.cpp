#include "train/choose.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace goeswith {
namespace {

constexpr std::size_t kMostOrders = 100'000;  // the newest so many; more would only cost time
constexpr std::uint64_t kFewestQuestions = 200;
constexpr std::size_t kQuestionedOrders = 1000;
constexpr std::uint32_t kLeastOrders = 5;
constexpr double kTrials = 9;
constexpr std::size_t kFirstTen = 10;  // all that the two figures look at

// NDCG is about 0.62 of the hit rate wherever it was measured: so both count alike.
double goodness(const Trial& trial) {
    return trial.hr10 + 1.6 * trial.ndcg10;
}

class Chooser {
  public:
    Chooser(const Orders& orders, std::span<const std::uint32_t> among, const TrainOptions& options,
            const StageProgress& progress)
        : orders_(orders), progress_(progress) {
        std::vector<std::uint32_t> newest(among.begin(), among.end());
        std::sort(newest.begin(), newest.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(orders.time[a], a) < std::pair(orders.time[b], b);
        });
        if (newest.size() > kMostOrders)
            newest.erase(newest.begin(), newest.end() - kMostOrders);
        split_ = split_orders(orders, newest, SplitBy::best);
        questions_ = make_questions(orders, split_, kLeastOrders, kQuestionedOrders);
        chosen_.options = options;
        chosen_.questions = questions_.asked.size();
    }

    Chosen choose() {
        if (chosen_.questions < kFewestQuestions)
            return chosen_;
        TrainOptions& options = chosen_.options;
        if (split_.by_time)
            pick(options.weights.recency, {0, 2, 4, 8}, [&] { return train_and_ask(); });
        pick(options.weights.ridge.strength, {0.1, 0.3, 1}, [&] { return train_and_ask(); });
        if (std::any_of(split_.test.begin(), split_.test.end(),
                        [&](auto order) { return orders_.customer[order] != kNoCustomer; }))
            pick(options.own, {0.25, 0.5, 1}, [&] {
                best_->count_own(options.own);
                return ask_about(*best_, options.own);
            });
        for (Trial& trial : chosen_.trials)
            trial.chosen = trial.recency == options.weights.recency &&
                           trial.strength == options.weights.ridge.strength &&
                           (trial.own == 0 || trial.own == options.own);
        return chosen_;
    }

  private:
    /// Tries ascending values for one option until they get worse, and leaves the best in it.
    template <typename Try>
    void pick(double& option, std::initializer_list<double> values, Try&& reached_with) {
        double best = option;
        double best_goodness = -1;
        for (const double value : values) {
            option = value;
            const double reached = reached_with();
            if (reached <= best_goodness)
                break;
            best_goodness = reached;
            best = value;
        }
        option = best;
    }

    /// How good the options are after training with them; the best ranker so far is kept.
    double train_and_ask() {
        const WeightOptions& weights = chosen_.options.weights;
        for (const Trial& trial : chosen_.trials)
            if (trial.recency == weights.recency && trial.strength == weights.ridge.strength)
                return goodness(trial);
        TrainOptions quick = chosen_.options;
        quick.weights.candidates.in_favour /= 3;
        auto ranker = make_served(orders_, split_, quick, kFirstTen);
        const double reached = ask_about(*ranker, 0);
        if (!best_ || reached > best_goodness_) {
            best_ = std::move(ranker);
            best_goodness_ = reached;
        }
        return reached;
    }

    double ask_about(const Ranker& ranker, double own) {
        const WeightOptions& weights = chosen_.options.weights;
        const Accuracy accuracy = ask(ranker, orders_, questions_, weights.threads);
        chosen_.trials.push_back(
            {weights.recency, weights.ridge.strength, own, accuracy.hr10, accuracy.ndcg10, false});
        if (progress_)
            progress_(std::min(1.0, static_cast<double>(chosen_.trials.size()) / kTrials));
        return goodness(chosen_.trials.back());
    }

    std::unique_ptr<ServedRanker> best_;
    double best_goodness_ = 0;
    const Orders& orders_;
    const StageProgress& progress_;
    Split split_;
    Questions questions_;
    Chosen chosen_;
};

}  // namespace

Chosen choose_options(const Orders& orders, std::span<const std::uint32_t> among,
                      const TrainOptions& options, const StageProgress& progress) {
    return Chooser(orders, among, options, progress).choose();
}

}  // namespace goeswith
