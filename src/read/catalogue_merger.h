#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/numbers.h"
#include "read/orders.h"

namespace goeswith {

/// What one entry of a catalogue tells of a product: text as it stands in the file, empty where it
/// tells nothing.
struct CatalogueEntry {
    std::uint64_t line = 0;
    std::string_view id;
    std::string_view sku;  // what else orders may call it by; may be the id itself
    std::string_view title;
    std::string_view parent_title;  // where the title is that of one variant
    std::string_view url;
    std::string_view image;
    std::string_view price;
    std::string_view currency;
    std::string_view category;
    std::string_view brand;
    std::string_view first_seen;
    std::string_view tags;          // with commas between
    std::string_view parent;        // what all variants of a product share
    std::string_view margin;        // percent of the price
    std::string_view cost;          // what a piece costs, in the currency of the price
    std::string_view availability;  // "in_stock", "out of stock", ...
    bool draft = false;             // the shop does not show it
};

/// Merges the entries of catalogues into the products of orders; every catalogue format ends here.
///
/// A product of the orders is found by its id, else by its SKU, else, at the end of a file, by its
/// name where one product of the catalogue has that name: orders know products by what the export
/// happens to write. A product that was found by name gets the id of the catalogue, and two that
/// turn out to be one become one.
class CatalogueMerger {
  public:
    explicit CatalogueMerger(Orders& orders);
    void begin_file(std::string name);
    void add(const CatalogueEntry& entry);
    void end_file();
    [[noreturn]] void fail(std::uint64_t line, std::string_view what) const;

  private:
    enum class Found : std::uint8_t { no, by_id, by_sku, by_name, in_catalogue_only };

    std::size_t product_of(std::string_view id, std::string_view sku);
    void set_price(Product& product, const CatalogueEntry& entry);
    void set_currency(std::string_view currency);
    void set_tags(Product& product, std::string_view text);
    void set_margin(Product& product, const CatalogueEntry& entry);
    void set_sale(Product& product, const CatalogueEntry& entry);
    void remember_names(std::size_t product, const CatalogueEntry& entry);
    std::size_t product_named(const std::string& name) const;
    void join_by_name();
    void tell_joined();

    Orders& orders_;
    std::string file_;
    std::unordered_map<std::string, std::size_t> number_of_id_;
    std::vector<Found> found_;  // by product
    /// What the catalogue calls its products: the number of the one of that name, or `kSeveral`.
    std::unordered_map<std::string, std::size_t> of_title_, of_parent_title_;
    std::uint64_t entries_ = 0;
    std::uint64_t foreign_prices_ = 0;
    bool currency_is_set_ = false;  // by a catalogue
};

}  // namespace goeswith
