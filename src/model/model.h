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
        return u32(Section::prices, product, 0);
    }

    /// What the shopper's own earlier order with a product adds to its score: about as much as a
    /// strong affinity. 0 where it is not told.
    std::int32_t own() const noexcept { return own_; }
    /// Orders in training, rounded down to two digits; 0 where it is not told.
    std::uint32_t orders() const noexcept { return orders_; }
    /// The day of the newest order, in days since 1970-01-01; 0 where it is not told.
    std::uint32_t newest_day() const noexcept { return newest_day_; }

    // What is known of a product. `kNoGroup`, 0, `kNoMargin`: it is not.
    /// -8 log2 of the share of orders that have the product, rounded; 0 is every order.
    std::uint8_t share(ProductId product) const noexcept { return u8(Section::shares, product, 0); }
    /// Whether any order had it; what was not sold is known by the catalogue alone.
    bool sold(ProductId product) const noexcept { return share(product) != kNeverSold; }
    std::uint16_t category(ProductId product) const noexcept {
        return u16(Section::categories, product, kNoGroup);
    }
    std::uint16_t brand(ProductId product) const noexcept {
        return u16(Section::brands, product, kNoGroup);
    }
    /// Bit n: it has the tag in line n of `tag_names`.
    std::uint32_t tags(ProductId product) const noexcept { return u32(Section::tags, product, 0); }
    /// The first product that is a variant of the same parent; itself where it is alone.
    ProductId parent(ProductId product) const noexcept {
        return u32(Section::parents, product, product);
    }
    /// Days since 1970-01-01.
    std::uint16_t first_day(ProductId product) const noexcept {
        return u16(Section::first_days, product, 0);
    }
    /// Usual days until the same customer buys it again.
    std::uint16_t interval_days(ProductId product) const noexcept {
        return u16(Section::intervals, product, 0);
    }
    std::uint8_t margin_percent(ProductId product) const noexcept {
        return u8(Section::margins, product, kNoMargin);
    }

    /// Products that rise against their own past, strongest first.
    std::size_t trending_count() const noexcept { return part(Section::trending).size() / 4; }
    ProductId trending(std::size_t at) const noexcept {
        return load_u32(&part(Section::trending)[4 * at]);
    }

    /// Calls `visit(ProductId)` for each better version of a product, best first. Walks the
    /// section from its beginning: for the one product at hand, not for a catalogue.
    template <typename Visit>
    void for_each_upgrade(ProductId product, Visit&& visit) const {
        const Bytes all = part(Section::upgrades);
        const unsigned char* at = all.data();
        for (ProductId row = 0; !all.empty() && row <= product; ++row)
            for (unsigned left = *at++; left > 0; --left) {
                const std::uint32_t number = load_leb128(at);
                if (row == product)
                    visit(static_cast<ProductId>(number));
            }
    }

    /// "Bought together in at least this many orders", for a support class of 0 to 7.
    /// Class 0 is 0 orders: too few to say anything.
    std::uint32_t support(std::uint8_t support_class) const noexcept {
        return load_u32(&supports_[std::size_t{4} * support_class]);
    }

    /// The UTF-8 of a text section, one line for each product or name; empty where there is none.
    std::string_view text(Section section) const noexcept;

    /// Calls `visit(const Edge&)` for each neighbour of a product, by ascending number.
    template <typename Visit>
    void for_each_neighbour(ProductId product, Visit&& visit) const {
        const unsigned char* at = edge_bytes_.data() + load_u32(&rows_[std::size_t{4} * product]);
        const unsigned char* const end =
            edge_bytes_.data() + load_u32(&rows_[std::size_t{4} * product + 4]);
        ProductId next = 0;
        while (at != end) {
            const std::uint32_t gap = load_leb128(at);
            const unsigned char code = *at++;
            const ProductId neighbour = next + gap;
            next = neighbour + 1;
            visit(Edge{neighbour, weights_[code & (kWeights - 1)],
                       static_cast<std::uint8_t>(code >> kWeightBits)});
        }
    }

    /// A section of a known kind as it is in the file; empty where the file has none.
    const Bytes& part(Section kind) const noexcept {
        return parts_[static_cast<std::size_t>(kind)];
    }

  private:
    friend class ModelOpener;

    std::uint8_t u8(Section kind, ProductId product, std::uint8_t absent) const noexcept {
        return part(kind).empty() ? absent : part(kind)[product];
    }
    std::uint16_t u16(Section kind, ProductId product, std::uint16_t absent) const noexcept {
        return part(kind).empty() ? absent : load_u16(&part(kind)[std::size_t{2} * product]);
    }
    std::uint32_t u32(Section kind, ProductId product, std::uint32_t absent) const noexcept {
        return part(kind).empty() ? absent : load_u32(&part(kind)[std::size_t{4} * product]);
    }

    Bytes bytes_, rows_, edge_bytes_, supports_;
    Bytes parts_[kKnownKinds];
    std::int16_t weights_[kWeights] = {};
    std::uint32_t products_ = 0;
    std::uint32_t edges_ = 0;
    std::uint32_t exponent_ = 0;
    std::int32_t own_ = 0;
    std::uint32_t orders_ = 0;
    std::uint32_t newest_day_ = 0;
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
