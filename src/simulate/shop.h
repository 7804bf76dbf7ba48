#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "simulate/random.h"
#include "simulate/vocabulary.h"

namespace goeswith::shop {

/// An invented product. What a title, an id or an address says is put together when it is asked
/// for, so that a million products fit in some tens of megabytes.
struct Product {
    std::uint32_t price;       // cents
    std::uint32_t collection;  // of its department, 0 the best known
    std::int16_t first_day;    // on sale since, in days after kFirstDay; at or below 0: always
    std::uint16_t appeal;      // in thousandths of what the best of its collection has
    std::uint8_t kind;
    std::uint8_t size;
    std::uint8_t tone;
};

/// The products of the shop. Those of a kind stand together, and in them those of a collection.
/// Products of one kind are substitutes; a collection spans all departments, and what goes together
/// is bought from one collection, so that a product keeps about ten partners however large the shop
/// is.
class Shop {
  public:
    Shop(std::uint32_t products, std::uint64_t seed);

    std::size_t size() const { return products_.size(); }
    const Product& operator[](std::size_t product) const { return products_[product]; }

    bool has(std::size_t kind) const { return kind_begin_[kind] < kind_begin_[kind + 1]; }

    /// A product of the kind by popularity: Zipf's law over the collections, the appeal within.
    /// Needs a kind that the shop has.
    std::size_t draw(Random& random, std::size_t kind) const {
        return wheel_.draw(random, kind_begin_[kind], kind_begin_[kind + 1]);
    }

    /// A product of the kind in one collection; a kind without it gives one by popularity.
    std::size_t draw_in_collection(Random& random, std::size_t kind,
                                   std::uint32_t collection) const;

    void append_id(std::string& text, std::size_t product) const;
    void append_title(std::string& text, std::size_t product) const;

    /// The catalogue's row of the product, with its line end.
    void append_row(std::string& text, std::size_t product) const;

  private:
    void add_kind(std::size_t kind, std::size_t count, std::uint64_t seed);

    std::vector<Product> products_;
    std::vector<std::size_t> kind_begin_;                       // kinds + 1
    std::vector<std::vector<std::uint32_t>> collection_begin_;  // by kind: collections + 1
    Wheel wheel_;
};

}  // namespace goeswith::shop
