#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "read/orders.h"

namespace goeswith {

/// Reads a catalogue whose bytes come in pieces into the products of `orders`.
///
/// A CSV with a header; only `id` is required, the other columns are title, url, image, price,
/// currency, category, brand, first_seen, tags (with commas between), parent (what variants share),
/// and margin (percent) or cost, under the names in catalogue.cpp. What it tells of a
/// product wins over what order lines told; what it leaves empty stays as it is. Products that were
/// never ordered are put behind all that were. If its currency is another than that of the orders,
/// the orders' prices are forgotten: two currencies cannot stand side by side.
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
