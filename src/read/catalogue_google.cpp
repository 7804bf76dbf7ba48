#include "read/catalogue_formats.h"
#include "read/google_item.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// A Google Merchant feed as a table, mostly with tabs.
class GoogleTable : public CatalogueRows {
  public:
    explicit GoogleTable(const Header& first) {
        for (std::size_t i = 0; i < kGoogleFields; ++i) {
            const std::string_view name = google_name(static_cast<GoogleField>(i));
            columns_[i] = first.find({&name, 1});
        }
    }

    void read(const Record& record, CatalogueMerger& catalogue) override {
        for (std::size_t i = 0; i < kGoogleFields; ++i)
            item_[i] = record[columns_[i]];
        add_google_item(item_, record.line, catalogue);
    }

  private:
    std::array<int, kGoogleFields> columns_;
    GoogleItem item_;
};

}  // namespace

bool fits_google(const Header& first) {
    return first.has("id") && first.has("title") && first.has("link") &&
           (first.has("availability") || first.has("imagelink") ||
            first.has("googleproductcategory"));
}

std::unique_ptr<CatalogueRows> open_google(const Header& first) {
    return std::make_unique<GoogleTable>(first);
}

}  // namespace goeswith
