#include "read/catalogue_formats.h"

namespace goeswith {
namespace {

// The names of each column, best first, compared as in columns.h.
constexpr std::string_view kId[] = {"productid", "id", "sku", "productcode", "itemid", "stockcode"};
constexpr std::string_view kSku[] = {"sku"};
constexpr std::string_view kTitle[] = {"title", "producttitle", "name", "productname",
                                       "description"};
constexpr std::string_view kUrl[] = {"url", "link", "producturl", "permalink"};
constexpr std::string_view kImage[] = {"image", "imageurl", "imagelink", "imagesrc"};
constexpr std::string_view kPrice[] = {"price", "unitprice"};
constexpr std::string_view kCurrency[] = {"currency", "currencycode"};
constexpr std::string_view kCategory[] = {"category", "producttype", "department"};
constexpr std::string_view kBrand[] = {"brand", "vendor", "manufacturer"};
constexpr std::string_view kFirstSeen[] = {"firstseen", "createdat", "created", "publishedat"};
constexpr std::string_view kTags[] = {"tags", "tag", "labels"};
constexpr std::string_view kParent[] = {"parent", "parentid", "itemgroupid", "productgroupid"};
constexpr std::string_view kMargin[] = {"margin", "marginpercent"};
constexpr std::string_view kCost[] = {"cost", "costperitem", "unitcost"};

constexpr std::string_view kAvailability[] = {"availability", "stockstatus"};

/// The catalogue that this project writes, and any other table with such columns.
class PlainCatalogue : public CatalogueRows {
  public:
    explicit PlainCatalogue(const Header& first)
        : id_(first.find(kId)),
          sku_(first.find(kSku)),
          title_(first.find(kTitle)),
          url_(first.find(kUrl)),
          image_(first.find(kImage)),
          price_(first.find(kPrice)),
          currency_(first.find(kCurrency)),
          category_(first.find(kCategory)),
          brand_(first.find(kBrand)),
          first_seen_(first.find(kFirstSeen)),
          tags_(first.find(kTags)),
          parent_(first.find(kParent)),
          margin_(first.find(kMargin)),
          cost_(first.find(kCost)),
          availability_(first.find(kAvailability)) {}

    void read(const Record& record, CatalogueMerger& catalogue) override {
        CatalogueEntry entry;
        entry.line = record.line;
        entry.id = record[id_];
        entry.sku = record[sku_];
        entry.title = record[title_];
        entry.url = record[url_];
        entry.image = record[image_];
        entry.price = record[price_];
        entry.currency = record[currency_];
        entry.category = record[category_];
        entry.brand = record[brand_];
        entry.first_seen = record[first_seen_];
        entry.tags = record[tags_];
        entry.parent = record[parent_];
        entry.margin = record[margin_];
        entry.cost = record[cost_];
        entry.availability = record[availability_];
        catalogue.add(entry);
    }

  private:
    int id_, sku_, title_, url_, image_, price_, currency_, category_, brand_, first_seen_, tags_,
        parent_, margin_, cost_, availability_;
};

}  // namespace

bool fits_plain_catalogue(const Header& first) {
    return first.find(kId) >= 0;
}

std::unique_ptr<CatalogueRows> open_plain_catalogue(const Header& first) {
    return std::make_unique<PlainCatalogue>(first);
}

}  // namespace goeswith
