#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "read/orders.h"

namespace goeswith {

/// Reads a catalogue whose bytes come in pieces into the products of `orders`.
///
/// One of
///   - a CSV with a header; only `id` is required, the other columns are sku, title, url, image,
///     price, currency, category, brand, first_seen, tags (with commas between), parent (what
///     variants share), margin (percent) or cost, and availability, under the names in
///     catalogue_plain.cpp
///   - the product exports of Shopify (both headers) and of WooCommerce
///   - a Google Merchant feed, as a table or as XML
///   - an ACP feed in JSON
///
/// Products of the orders are found by id, by SKU, or by name, see `CatalogueMerger`; the report
/// says how many by which. What the catalogue tells of a product wins over what order lines told;
/// what it leaves empty stays as it is. Products that were never ordered are put behind all that
/// were. If its currency is another than that of the orders, the orders' prices are forgotten: two
/// currencies cannot stand side by side.
///
/// Throws `DataError`. `orders` must outlive the reader, and is complete only after `end_file`.
class CatalogueReader {
  public:
    explicit CatalogueReader(Orders& orders);
    ~CatalogueReader();
    CatalogueReader(CatalogueReader&&) noexcept;
    CatalogueReader& operator=(CatalogueReader&&) noexcept;

    void begin_file(std::string name);
    void feed(std::string_view bytes);
    void end_file();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Writes all products as the CSV that `CatalogueReader` reads: a merchant's starting point where
/// there is no catalogue. Reading it again changes nothing.
void write_catalogue(const Orders& orders, std::ostream& out);

}  // namespace goeswith
