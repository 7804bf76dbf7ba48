#include <algorithm>

#include "read/catalogue_formats.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// The text before the first comma: a cell of several pictures or categories.
std::string_view first_of(std::string_view list) {
    return trimmed(list.substr(0, std::min(list.find(','), list.size())));
}

/// WooCommerce's own product export: a row a product and a row a variation.
class WooCommerceProducts : public CatalogueRows {
  public:
    explicit WooCommerceProducts(const Header& first)
        : id_(first.find_written("ID")),
          sku_(first.find_written("SKU")),
          name_(first.find_written("Name")),
          published_(first.find_written("Published")),
          in_stock_(first.find_written("In stock?")),
          regular_(first.find_written("Regular price")),
          sale_(first.find_written("Sale price")),
          categories_(first.find_written("Categories")),
          tags_(first.find_written("Tags")),
          images_(first.find_written("Images")),
          parent_(first.find_written("Parent")) {}

    void read(const Record& record, CatalogueMerger& catalogue) override {
        CatalogueEntry entry;
        entry.line = record.line;
        entry.id = record[id_];
        entry.sku = record[sku_];
        entry.title = record[name_];
        entry.image = first_of(record[images_]);
        entry.price = told(record[sale_]).empty() ? record[regular_] : record[sale_];
        const std::string_view path = first_of(record[categories_]);  // "Kitchen > Coffee"
        entry.category = trimmed(path.substr(path.rfind('>') + 1));
        entry.tags = record[tags_];
        entry.parent = record[parent_];
        entry.draft = record[published_] == "0" || record[published_] == "-1";
        if (record[in_stock_] == "0")
            entry.availability = "out_of_stock";
        catalogue.add(entry);
    }

  private:
    int id_, sku_, name_, published_, in_stock_, regular_, sale_, categories_, tags_, images_,
        parent_;
};

}  // namespace

bool fits_woocommerce_products(const Header& first) {
    return first.has("id") && first.has("name") && first.has("regularprice");
}

std::unique_ptr<CatalogueRows> open_woocommerce_products(const Header& first) {
    return std::make_unique<WooCommerceProducts>(first);
}

}  // namespace goeswith
