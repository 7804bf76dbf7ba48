#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/counts.h"

namespace goeswith {

/// The weighted co-occurrence matrix G of products in baskets, sparse and symmetric: what was
/// counted, kept so that regressions can be set up from it.
class Gram {
  public:
    struct Entry {
        ProductId other;
        float weighted;         // orders with both, each by its weight
        std::uint32_t support;  // customers with both in one order
    };

    /// Counts all rows, from several threads. A shop with very many pairs keeps only those in two
    /// orders or more (three, ...), so that the matrix fits the memory of one machine.
    ///
    /// `most_pairs`  that orders may have in all before rare ones are dropped; 12 bytes each at
    /// most
    Gram(const Baskets& baskets, const Counts& counts, unsigned threads, std::uint64_t most_pairs,
         const StageProgress& progress = {});

    std::size_t products() const { return diagonal_.size(); }
    /// The entries of a row but the diagonal, by ascending number.
    std::span<const Entry> row(ProductId product) const { return rows_[product]; }
    /// The weighted orders with both of two different products; of a pair that was dropped, what
    /// chance would make of it, given how much of both rows was dropped.
    float between(ProductId a, ProductId b) const;
    /// The weighted orders with a product.
    double diagonal(ProductId product) const { return diagonal_[product]; }
    double mean_diagonal() const { return mean_diagonal_; }

    /// What chance would make of a pair: r(i) r(j) / sum(r), r the sums of the rows.
    double expected(ProductId a, ProductId b) const { return row_sums_[a] * row_sums_[b] / total_; }

  private:
    std::vector<std::vector<Entry>> rows_;
    std::vector<float>
        dense_;  // the same once more, where the catalogue is small: looked up at once
    std::vector<double> diagonal_, row_sums_;
    std::vector<double> dropped_;  // of each row, what its rare pairs came to
    double all_dropped_ = 0;
    double mean_diagonal_ = 0;
    double total_ = 1;
};

}  // namespace goeswith
