#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "train/rankers.h"
#include "train/split.h"
#include "train/train.h"

namespace goeswith {

/// How well a method completes baskets (leave one out, all known products ranked, a tie counts as
/// its mean rank).
struct Accuracy {
    std::string method;
    double hr10 = 0;               // share of answers among the first ten
    double ndcg10 = 0;             // mean of 1 / log2(rank + 1) of those
    double mrr = 0;                // mean of 1 / rank
    double coverage = 0;           // share of the known products that are ever among the first ten
    double seconds = 0;            // training
    std::uint64_t size_bytes = 0;  // of the model file; 0 for methods that have none
};

struct Evaluation {
    std::uint64_t train_orders = 0;
    std::uint64_t test_orders = 0;
    std::uint64_t known_products = 0;
    std::uint64_t questions = 0;
    bool by_time = false;
    std::vector<Accuracy> methods;
};

/// The methods that `evaluate` knows, in the order in which it shows them:
/// `popularity`  most orders first, whatever the cart
/// `cosine`      item-to-item cosine of plain counts, all neighbours, in memory
/// `bm25`        item-to-item scores of BM25 weights, K1 = 1.2 and B = 0.75, the 20 best
/// neighbours:
///               as the `implicit` library has it by default
/// `ease`        dense EASE (Steck 2019) of plain counts, with the strength in `EvaluateOptions`:
///               memory for three and time for the cube of the catalogue, at most 16,000 products
/// `goeswith`    the model file, quantised and pruned, ranked by the code that serves the page; its
///               options are chosen on the newest part of the training orders
/// `history`     the same file, with what the shopper's own earlier orders add (a device can keep
///               them); only where orders tell their customers
const std::vector<std::string>& evaluation_methods();

struct EvaluateOptions {
    SplitBy split = SplitBy::best;
    std::uint32_t least_orders = 5;  // a product's orders in the training part, to be asked about
    std::vector<std::string> methods = {"popularity", "cosine", "goeswith"};
    double ease_strength = 100;  // lambda, in orders
    std::uint64_t seed = kSeed;  // of what is drawn
    TrainOptions train;
};

/// Asks a trained method all questions. The same whatever the number of threads.
Accuracy ask(const Ranker& ranker, const Orders& orders, const Questions& questions,
             unsigned threads, const StageProgress& progress = {});

/// Measures methods on a shop's own orders by one protocol: the newest tenth of the orders (a
/// seeded random tenth where there are no dates) is hidden, and each method has to find the product
/// that was taken out of a basket. The same orders give the same figures.
///
/// Throws std::invalid_argument for a method it does not know.
Evaluation evaluate(const Orders& orders, const EvaluateOptions& options,
                    const StageProgress& progress = {});

}  // namespace goeswith
