#include "train/evaluate.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "train/choose.h"

namespace goeswith {
namespace {

constexpr double kFirst = 10;
constexpr std::size_t kTestOrders = 2500;
constexpr std::size_t kQuestionsABlock = 64;

/// What one question adds; kept one by one, so that threads cannot change how the sums round.
struct Answer {
    double hit = 0;
    double gain = 0;
    double reciprocal = 0;
};

Answer judge(const Question& question, std::span<const std::uint32_t> known,
             std::span<const double> scores) {
    const double own = scores[question.answer];
    std::size_t above = 0;
    std::size_t equal = 0;
    for (const std::uint32_t product : known) {
        above += scores[product] > own;
        equal += scores[product] == own;
    }
    for (const std::uint32_t product : question.cart) {
        above -= scores[product] > own;
        equal -= scores[product] == own;
    }
    const double rank = static_cast<double>(above) +
                        (static_cast<double>(equal) + 1) / 2;  // `equal` has the answer
    Answer answer;
    answer.reciprocal = 1 / rank;
    if (rank <= kFirst) {
        answer.hit = 1;
        answer.gain = 1 / std::log2(rank + 1);
    }
    return answer;
}

void mark_first_ten(const Question& question, std::span<const std::uint32_t> known,
                    std::span<double> scores, std::vector<char>& shown) {
    for (const std::uint32_t product : question.cart)
        scores[product] = -1e300;
    std::vector<std::uint32_t> first(known.begin(), known.end());
    const auto ten = first.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(first.size(), static_cast<std::size_t>(kFirst)));
    std::partial_sort(first.begin(), ten, first.end(), [&](std::uint32_t a, std::uint32_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    });
    for (auto product = first.begin(); product != ten; ++product)
        shown[*product] = 1;
}

}  // namespace

Accuracy ask(const Ranker& ranker, const Orders& orders, const Questions& questions,
             unsigned threads, const StageProgress& progress) {
    const std::size_t products = orders.products.size();
    std::vector<Answer> answers(questions.asked.size());
    std::vector<std::vector<char>> shown(thread_count(threads), std::vector<char>(products, 0));
    for_blocks(
        questions.asked.size(), kQuestionsABlock, threads,
        [&](std::size_t begin, std::size_t end, unsigned worker) {
            std::vector<double> scores(products);
            for (std::size_t at = begin; at < end; ++at) {
                const Question& question = questions.asked[at];
                std::fill(scores.begin(), scores.end(), 0.0);
                ranker.score(question, scores, worker);
                answers[at] = judge(question, questions.known, scores);
                mark_first_ten(question, questions.known, scores, shown[worker]);
            }
        },
        progress);

    Accuracy accuracy;
    for (const Answer& answer : answers) {
        accuracy.hr10 += answer.hit;
        accuracy.ndcg10 += answer.gain;
        accuracy.mrr += answer.reciprocal;
    }
    const double asked = std::max<double>(1, static_cast<double>(answers.size()));
    accuracy.hr10 /= asked;
    accuracy.ndcg10 /= asked;
    accuracy.mrr /= asked;
    std::size_t covered = 0;
    for (const std::uint32_t product : questions.known)
        covered += std::any_of(shown.begin(), shown.end(),
                               [&](const std::vector<char>& by) { return by[product] != 0; });
    accuracy.coverage = static_cast<double>(covered) /
                        std::max<double>(1, static_cast<double>(questions.known.size()));
    return accuracy;
}

const std::vector<std::string>& evaluation_methods() {
    static const std::vector<std::string> methods = {"popularity", "cosine",   "bm25",
                                                     "ease",       "goeswith", "history"};
    return methods;
}

namespace {

std::unique_ptr<Ranker> train_ranker(const std::string& method, const Orders& orders,
                                     const Split& split, const EvaluateOptions& options) {
    const unsigned threads = options.train.weights.threads;
    if (method == "popularity")
        return make_popularity(orders, split);
    if (method == "cosine")
        return make_cosine(orders, split, threads);
    if (method == "bm25")
        return make_bm25(orders, split, threads);
    if (method == "ease")
        return make_ease(orders, split, options.ease_strength, threads);
    if (method == "goeswith" || method == "history") {
        const Chosen chosen = choose_options(orders, split.train, options.train);
        auto ranker = make_served(orders, split, chosen.options);
        if (method == "history")
            ranker->count_own(chosen.options.own);
        return ranker;
    }
    throw std::invalid_argument("there is no method \"" + method + "\"");
}

}  // namespace

Evaluation evaluate(const Orders& orders, const EvaluateOptions& options,
                    const StageProgress& progress) {
    const Split split = split_orders(orders, all_orders(orders), options.split, options.seed);
    const Questions questions =
        make_questions(orders, split, options.least_orders, kTestOrders, options.seed);
    Evaluation evaluation;
    evaluation.by_time = split.by_time;
    evaluation.train_orders = split.train.size();
    evaluation.test_orders = split.test.size();
    evaluation.known_products = questions.known.size();
    evaluation.questions = questions.asked.size();
    const auto count = static_cast<double>(options.methods.size());
    for (const std::string& method : options.methods) {
        const auto began = std::chrono::steady_clock::now();
        const auto ranker = train_ranker(method, orders, split, options);
        const std::chrono::duration<double> training = std::chrono::steady_clock::now() - began;
        const auto done = static_cast<double>(evaluation.methods.size());
        Accuracy accuracy =
            ask(*ranker, orders, questions, options.train.weights.threads, [&](double share) {
                if (progress)
                    progress((done + share) / count);
            });
        accuracy.method = method;
        accuracy.seconds = training.count();
        accuracy.size_bytes = ranker->size_bytes();
        evaluation.methods.push_back(accuracy);
    }
    return evaluation;
}

}  // namespace goeswith
