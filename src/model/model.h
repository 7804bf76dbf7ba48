#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/bytes.h"
#include "model/layout.h"
#include "model/status.h"

namespace goeswith {

/// One affinity out of a row: who, how strong, and on how many orders it rests at least.
struct Edge {
    ProductId neighbour;
    std::int16_t weight;         // times `Model::scale()`
    std::uint8_t support_class;  // see `Model::support`
};

/// A checked view of a model's bytes. It owns nothing: the bytes must outlive it.
///
/// `open_model` is the only way to a model with products, and it has checked every offset, row and
/// neighbour; so nothing below can fail, and nothing below allocates.
class Model {
  public:
    Model() = default;

    std::uint32_t products() const noexcept { return products_; }
    std::uint32_t edges() const noexcept { return edges_; }
    std::size_t size_bytes() const noexcept { return bytes_.size(); }

    /// A score is the sum of weights times this.
    float scale() const noexcept { return scale_; }

    /// Three letters (ISO 4217), or nothing where the orders told no currency.
    std::string_view currency() const noexcept;
    std::uint32_t exponent() const noexcept { return exponent_; }

    /// The price in minor units as it was when the model was trained, 0 where it is not known.
    /// For planning only: what is shown has to be asked of the shop.
    std::uint32_t price(ProductId product) const noexcept {
        return prices_.empty() ? 0 : load_u32(&prices_[std::size_t{4} * product]);
    }

    /// "Bought together in at least this many orders", for a support class of 0 to 7.
    /// Class 0 is 0 orders: too few to say anything.
    std::uint32_t support(std::uint8_t support_class) const noexcept {
        return load_u32(&supports_[std::size_t{4} * support_class]);
    }

    /// The UTF-8 of a text section, one line for each product; empty where there is none.
    std::string_view text(Section section) const noexcept;

    /// Calls `visit(const Edge&)` for each neighbour of a product, by ascending number.
    template <typename Visit>
    void for_each_neighbour(ProductId product, Visit&& visit) const {
        const unsigned char* at = edge_bytes_.data() + load_u32(&rows_[std::size_t{4} * product]);
        const unsigned char* const end =
            edge_bytes_.data() + load_u32(&rows_[std::size_t{4} * product + 4]);
        ProductId next = 0;
        while (at != end) {
            std::uint32_t gap = *at & 0x7Fu;
            for (unsigned shift = 7; *at++ & 0x80u; shift += 7)
                gap |= (*at & 0x7Fu) << shift;
            const unsigned char code = *at++;
            const ProductId neighbour = next + gap;
            next = neighbour + 1;
            visit(Edge{neighbour, weights_[code & (kWeights - 1)],
                       static_cast<std::uint8_t>(code >> kWeightBits)});
        }
    }

  private:
    friend class ModelOpener;

    Bytes bytes_, rows_, edge_bytes_, supports_, prices_;
    Bytes ids_, titles_, urls_, images_;
    std::int16_t weights_[kWeights] = {};
    std::uint32_t products_ = 0;
    std::uint32_t edges_ = 0;
    std::uint32_t exponent_ = 0;
    float scale_ = 0;
    char currency_[4] = {};
};

/// What became of opening a model: the model, or why not and at which byte it was seen.
struct OpenResult {
    Model model;
    Status status = Status::ok;
    std::size_t offset = 0;
    explicit operator bool() const noexcept { return status == Status::ok; }
};

/// Checks a model from outside and gives a view of it.
///
/// `bytes`  the whole file, at any address; kept, not copied
/// Never throws, never allocates. Reads every byte once or twice: about 3 ms for 1 MB on a desk.
OpenResult open_model(Bytes bytes) noexcept;

}  // namespace goeswith
