#include "train/ridge.h"

#include <Eigen/Cholesky>
#include <cmath>
#include <memory>

namespace goeswith {
namespace {

constexpr std::size_t kTargetsABlock = 16;

/// One thread's regression, in memory that is used again.
class Regression {
  public:
    Regression(const Gram& gram, const RidgeOptions& options) : gram_(gram), options_(options) {}

    void solve(ProductId target, std::vector<Predictor>& predictors) {
        const auto size = static_cast<Eigen::Index>(predictors.size());
        if (size == 0)
            return;
        matrix_.resize(size, size);
        right_.resize(size);
        for (Eigen::Index at = 0; at < size; ++at) {
            const ProductId product = predictors[static_cast<std::size_t>(at)].product;
            // Only the lower triangle: the decomposition reads no more.
            for (Eigen::Index before = 0; before < at; ++before)
                matrix_(at, before) = static_cast<double>(
                    gram_.between(product, predictors[static_cast<std::size_t>(before)].product));
            matrix_(at, at) = gram_.diagonal(product) + penalty(product);
            right_(at) = static_cast<double>(gram_.between(target, product));
        }
        decomposition_.compute(matrix_);
        // Where rare pairs were dropped (see `Gram`), the matrix is not always positive definite.
        for (double more = 1; decomposition_.info() != Eigen::Success; more *= 2) {
            matrix_.diagonal() *= 1 + more;
            decomposition_.compute(matrix_);
        }
        decomposition_.solveInPlace(right_);
        for (Eigen::Index at = 0; at < size; ++at)
            predictors[static_cast<std::size_t>(at)].weight = static_cast<float>(right_(at));
    }

  private:
    double penalty(ProductId product) const {
        const double mean = gram_.mean_diagonal();
        return options_.strength * mean * std::pow(gram_.diagonal(product) / mean, options_.power);
    }

    const Gram& gram_;
    const RidgeOptions& options_;
    Eigen::MatrixXd matrix_;
    Eigen::VectorXd right_;
    Eigen::LLT<Eigen::MatrixXd, Eigen::Lower> decomposition_;
};

}  // namespace

void solve_ridge(const Gram& gram, const RidgeOptions& options,
                 std::vector<std::vector<Predictor>>& targets, const StageProgress& progress) {
    std::vector<std::unique_ptr<Regression>> regressions(thread_count(options.threads));
    for_blocks(
        targets.size(), kTargetsABlock, options.threads,
        [&](std::size_t begin, std::size_t end, unsigned worker) {
            if (!regressions[worker])
                regressions[worker] = std::make_unique<Regression>(gram, options);
            for (std::size_t target = begin; target < end; ++target)
                regressions[worker]->solve(static_cast<ProductId>(target), targets[target]);
        },
        progress);
}

}  // namespace goeswith
