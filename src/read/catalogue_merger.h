#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/numbers.h"
#include "read/orders.h"

namespace goeswith {

/// What one entry of a catalogue tells of a product: text as it stands in the file, empty where it
/// tells nothing.
struct CatalogueEntry {
    std::uint64_t line = 0;
    std::string_view id;
    std::string_view title;
    std::string_view url;
    std::string_view image;
    std::string_view price;
    std::string_view currency;
    std::string_view category;
    std::string_view brand;
    std::string_view first_seen;
    std::string_view tags;    // with commas between
    std::string_view parent;  // what all variants of a product share
    std::string_view margin;  // percent of the price
    std::string_view cost;    // what a piece costs the merchant, in the currency of the price
};

/// Merges the entries of catalogues into the products of orders; every catalogue format ends here.
class CatalogueMerger {
  public:
    explicit CatalogueMerger(Orders& orders);
    void begin_file(std::string name);
    void add(const CatalogueEntry& entry);
    void end_file();
    [[noreturn]] void fail(std::uint64_t line, std::string_view what) const;

  private:
    Product& product_of(std::string_view id);
    void set_price(Product& product, const CatalogueEntry& entry);
    void set_currency(std::string_view currency);
    void set_tags(Product& product, std::string_view text);
    void set_margin(Product& product, const CatalogueEntry& entry);

    Orders& orders_;
    std::string file_;
    std::unordered_map<std::string, std::size_t> number_of_id_;
    std::uint64_t entries_ = 0;
    std::uint64_t foreign_prices_ = 0;
    bool currency_is_set_ = false;  // by a catalogue
};

}  // namespace goeswith
