#include <Eigen/Cholesky>
#include <stdexcept>
#include <string>
#include <vector>

#include "train/rankers.h"

namespace goeswith {
namespace {

constexpr std::size_t kMostProducts = 16000;

/// B = I - P diag(1 / diag(P)) with P = (G + lambda I)^-1 (Steck 2019, "Embarrassingly shallow
/// autoencoders for sparse data"), on the products that are in five training orders or more.
class Ease : public Ranker {
  public:
    Ease(const Orders& orders, const Split& split, double strength, unsigned threads)
        : baskets_(make_baskets(orders, split.train, {5, ~std::uint64_t{0}})) {
        const std::size_t products = baskets_.products();
        if (products > kMostProducts)
            throw std::invalid_argument(
                "ease needs the inverse of a dense matrix: " + std::to_string(products) +
                " products are more than " + std::to_string(kMostProducts));
        const auto size = static_cast<Eigen::Index>(products);
        weights_.setZero(size, size);
        Counts(baskets_).for_each_row(threads, [&](ProductId product, std::span<const Pair> pairs) {
            for (const Pair& pair : pairs)
                weights_(pair.other, product) = static_cast<float>(pair.orders);
        });
        std::vector<std::uint32_t> with(products, 0);
        for (const ProductId product : baskets_.lines)
            ++with[product];
        for (Eigen::Index at = 0; at < size; ++at)
            weights_(at, at) = static_cast<float>(with[static_cast<std::size_t>(at)] + strength);
        weights_ = weights_.selfadjointView<Eigen::Lower>().llt().solve(
            Eigen::MatrixXf::Identity(size, size));
        for (Eigen::Index at = 0; at < size; ++at) {
            weights_.col(at) /= -weights_(at, at);
            weights_(at, at) = 0;
        }
    }

    void score(const Question& question, std::span<double> scores, unsigned) const override {
        Eigen::VectorXf sum = Eigen::VectorXf::Zero(weights_.rows());
        for (const std::uint32_t product : question.cart)
            if (const ProductId number = baskets_.number_of[product]; number != kNoProduct)
                sum += weights_.row(number).transpose();
        for (std::size_t number = 0; number < baskets_.products(); ++number)
            scores[baskets_.product_of[number]] =
                static_cast<double>(sum(static_cast<Eigen::Index>(number)));
    }

  private:
    Baskets baskets_;
    Eigen::MatrixXf weights_;
};

}  // namespace

std::unique_ptr<Ranker> make_ease(const Orders& orders, const Split& split, double strength,
                                  unsigned threads) {
    return std::make_unique<Ease>(orders, split, strength, threads);
}

}  // namespace goeswith
