#include "read/catalogue.h"

#include <utility>

#include "read/catalogue_formats.h"
#include "read/catalogue_merger.h"
#include "read/columns.h"
#include "read/csv.h"
#include "read/formats.h"
#include "read/kind.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// Reads a table whose format is told by its header.
class CatalogueTable : public PieceReader {
  public:
    CatalogueTable(const std::string& file, CatalogueMerger& catalogue)
        : catalogue_(catalogue), csv_(file, [this](const Record& record) { read(record); }) {}
    void feed(std::string_view bytes) override { csv_.feed(bytes); }
    void end() override { csv_.end(); }

  private:
    void read(const Record& record) {
        if (rows_)
            return rows_->read(record, catalogue_);
        const Header header(record.fields);
        if (const TableFormat* orders = orders_format(header))
            catalogue_.fail(record.line, "these are orders (" + std::string(orders->name) +
                                             "), not a catalogue: name the file without "
                                             "--catalogue");
        for (const CatalogueFormat& format : catalogue_formats())
            if (format.fits(header)) {
                rows_ = format.open(header);
                return;
            }
        catalogue_.fail(record.line, "the header has no column for the product, such as id");
    }

    /// Where the header has all of an order line. An "order" beside a product may be that of a
    /// list; a quantity beside both is not.
    static const TableFormat* orders_format(const Header& header) {
        const bool counts = header.find(Column::quantity) >= 0;
        for (const TableFormat& format : table_formats())
            if (!format.needs.empty() && format.fits(header) &&
                (counts || format.open != open_canonical))
                return &format;
        return nullptr;
    }

    CatalogueMerger& catalogue_;
    std::unique_ptr<CatalogueRows> rows_;
    CsvReader csv_;
};

}  // namespace

struct CatalogueReader::State {
    explicit State(Orders& orders) : merger(orders) {}

    CatalogueMerger merger;
    std::string file;
    std::string head;  // bytes that do not tell yet what the file is
    std::unique_ptr<PieceReader> reader;

    std::string_view text_begin() const { return trimmed(without_mark(head)); }

    /// XML, JSON or a table: the first byte that is no space tells.
    void choose_reader() {
        if (const std::string_view why = what_it_is_instead(head); !why.empty())
            merger.fail(1, why);
        const char first = text_begin().empty() ? '\0' : text_begin()[0];
        if (first == '<')
            reader = open_google_xml(file, merger);
        else if (first == '{' || first == '[')
            reader = open_acp(merger);
        else
            reader = std::make_unique<CatalogueTable>(file, merger);
        reader->feed(std::exchange(head, {}));
    }
};

CatalogueReader::CatalogueReader(Orders& orders) : state_(std::make_unique<State>(orders)) {}
CatalogueReader::~CatalogueReader() = default;
CatalogueReader::CatalogueReader(CatalogueReader&&) noexcept = default;
CatalogueReader& CatalogueReader::operator=(CatalogueReader&&) noexcept = default;

void CatalogueReader::begin_file(std::string name) {
    state_->reader.reset();
    state_->head.clear();
    state_->file = name;
    state_->merger.begin_file(std::move(name));
}

void CatalogueReader::feed(std::string_view bytes) {
    if (state_->reader)
        return state_->reader->feed(bytes);
    state_->head.append(bytes);
    if (state_->head.size() >= kMarkBytes && !state_->text_begin().empty())
        state_->choose_reader();
}

void CatalogueReader::end_file() {
    if (!state_->reader)
        state_->choose_reader();
    state_->reader->end();
    state_->reader.reset();
    state_->merger.end_file();
}

}  // namespace goeswith
