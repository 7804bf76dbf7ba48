#include "read/catalogue.h"

#include <utility>

#include "read/catalogue_merger.h"
#include "read/columns.h"
#include "read/csv.h"

namespace goeswith {
namespace {

// The names of each column, best first, compared as in columns.h.
constexpr std::string_view kId[] = {"productid", "id", "sku", "productcode", "itemid", "stockcode"};
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

/// Where a catalogue table has its columns.
struct CatalogueColumns {
    int id, title, url, image, price, currency, category, brand, first_seen, tags, parent, margin,
        cost;

    explicit CatalogueColumns(const Header& first)
        : id(first.find(kId)),
          title(first.find(kTitle)),
          url(first.find(kUrl)),
          image(first.find(kImage)),
          price(first.find(kPrice)),
          currency(first.find(kCurrency)),
          category(first.find(kCategory)),
          brand(first.find(kBrand)),
          first_seen(first.find(kFirstSeen)),
          tags(first.find(kTags)),
          parent(first.find(kParent)),
          margin(first.find(kMargin)),
          cost(first.find(kCost)) {}

    CatalogueEntry entry(const Record& record) const {
        return {record.line,    record[id],         record[title],    record[url],
                record[image],  record[price],      record[currency], record[category],
                record[brand],  record[first_seen], record[tags],     record[parent],
                record[margin], record[cost]};
    }
};

}  // namespace

struct CatalogueReader::State {
    explicit State(Orders& orders) : merger(orders) {}

    CatalogueMerger merger;
    std::unique_ptr<CsvReader> csv;
    std::unique_ptr<CatalogueColumns> columns;

    void read(const Record& record) {
        if (columns)
            return merger.add(columns->entry(record));
        columns = std::make_unique<CatalogueColumns>(Header(record.fields));
        if (columns->id < 0)
            merger.fail(record.line, "the header has no column for the product, such as id");
    }
};

CatalogueReader::CatalogueReader(Orders& orders) : state_(std::make_unique<State>(orders)) {}
CatalogueReader::~CatalogueReader() = default;
CatalogueReader::CatalogueReader(CatalogueReader&&) noexcept = default;
CatalogueReader& CatalogueReader::operator=(CatalogueReader&&) noexcept = default;

void CatalogueReader::begin_file(std::string name) {
    State* state = state_.get();
    state->columns.reset();
    state->csv =
        std::make_unique<CsvReader>(name, [state](const Record& record) { state->read(record); });
    state->merger.begin_file(std::move(name));
}

void CatalogueReader::feed(std::string_view bytes) {
    state_->csv->feed(bytes);
}

void CatalogueReader::end_file() {
    state_->csv->end();
    state_->merger.end_file();
}

}  // namespace goeswith
