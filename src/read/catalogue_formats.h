#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "read/catalogue_merger.h"
#include "read/columns.h"
#include "read/csv.h"
#include "read/piece_reader.h"

namespace goeswith {

/// Turns the records of a catalogue table, below its header, into entries.
class CatalogueRows {
  public:
    virtual ~CatalogueRows() = default;
    virtual void read(const Record& record, CatalogueMerger& catalogue) = 0;
};

/// A kind of catalogue table. A new one is a file with these two functions and a line in the table
/// in catalogue_formats.cpp.
struct CatalogueFormat {
    std::string_view name;
    bool (*fits)(const Header& first);
    std::unique_ptr<CatalogueRows> (*open)(const Header& first);
};

/// All of them, the most particular first: the first that fits is taken.
std::span<const CatalogueFormat> catalogue_formats();

bool fits_shopify_products(const Header& first);
std::unique_ptr<CatalogueRows> open_shopify_products(const Header& first);

bool fits_woocommerce_products(const Header& first);
std::unique_ptr<CatalogueRows> open_woocommerce_products(const Header& first);

bool fits_google(const Header& first);
std::unique_ptr<CatalogueRows> open_google(const Header& first);

bool fits_plain_catalogue(const Header& first);
std::unique_ptr<CatalogueRows> open_plain_catalogue(const Header& first);

/// A Google Merchant feed in XML: the items of RSS 2.0 or the entries of Atom 1.0.
std::unique_ptr<PieceReader> open_google_xml(const std::string& file, CatalogueMerger& catalogue);

/// An ACP feed in JSON: {"products": [{..., "variants": [...]}]}, or the list alone.
std::unique_ptr<PieceReader> open_acp(CatalogueMerger& catalogue);

}  // namespace goeswith
