#include "read/table_reader.h"

#include "read/catalogue_formats.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// What a first record lacks that no format fits.
std::string what_is_missing(const Header& first) {
    for (const CatalogueFormat& format : catalogue_formats())
        if (format.open != open_plain_catalogue && format.fits(first))
            return "this is a catalogue (" + std::string(format.name) +
                   "), not orders: name it behind --catalogue";
    const std::string known(first.first_known());
    if (known.empty())
        return "the first line is neither a header that is known nor a basket of product names: "
               "name the columns, order_id and product_id at least";
    const bool has_order = first.find(Column::order) >= 0;
    return std::string("the header has a column ") + quoted(known) + " but none for the " +
           (has_order ? "product, such as product_id" : "order, such as order_id");
}

}  // namespace

TableReader::TableReader(const std::string& file, const ReadOptions& options, OrderBuilder& orders)
    : forced_format_(options.format),
      columns_named_(options.columns),
      orders_(orders),
      csv_(file, [this](const Record& record) { read(record); }) {}

void TableReader::read(const Record& record) {
    if (!rows_)
        return open(record);
    check_width(record);
    if (!kept_.empty())
        keep_cells(record);
    rows_->read(record, orders_);
}

void TableReader::open(const Record& first) {
    const Header header(first.fields);
    if (columns_named_ != NamedColumns{})
        return open_as_named(header, first.line);
    for (const TableFormat& format : table_formats()) {
        const bool forced = format.name == forced_format_;
        if (!forced && (!forced_format_.empty() || !format.fits(header)))
            continue;
        if (forced && !format.needs.empty() && !format.fits(header))
            orders_.fail(first.line, "the header is not that of the format " + forced_format_ +
                                         ", which needs " + std::string(format.needs));
        orders_.name_format(format.name);
        find_kept(header, first.line);
        rows_ = format.open(header);
        if (format.needs.empty())
            rows_->read(first, orders_);
        else
            columns_ = first.fields.size();
        return;
    }
    orders_.fail(first.line, what_is_missing(header));
}

void TableReader::open_as_named(const Header& header, std::uint64_t line) {
    for (const std::string& name : columns_named_)
        if (!name.empty())
            require(header, name, line);
    orders_.name_format("columns named by hand");
    find_kept(header, line);
    rows_ = open_named(header, columns_named_);
    columns_ = header.fields().size();
}

void TableReader::require(const Header& header, std::string_view name, std::uint64_t line) const {
    if (header.find_written(name) < 0)
        orders_.fail(line, "there is no column " + quoted(name) + "; there are " + header.list());
}

void TableReader::find_kept(const Header& header, std::uint64_t line) {
    for (const std::string& name : orders_.kept_columns()) {
        require(header, name, line);
        kept_.push_back(header.find_written(name));
    }
    kept_cells_.resize(kept_.size());
}

void TableReader::keep_cells(const Record& record) {
    const bool continues = rows_->continues(record);
    for (std::size_t i = 0; i < kept_.size(); ++i)
        if (const std::string_view cell = record[kept_[i]]; !continues || !cell.empty())
            kept_cells_[i] = cell;
    orders_.set_kept(std::vector<std::string_view>(kept_cells_.begin(), kept_cells_.end()));
}

/// More fields than columns are a delimiter without quotes around it: whatever follows would be
/// read into the wrong columns. Missing ones are empty, as are superfluous delimiters at the end.
void TableReader::check_width(const Record& record) const {
    for (std::size_t i = columns_; columns_ > 0 && i < record.fields.size(); ++i)
        if (!record.fields[i].empty())
            orders_.fail(record.line, std::to_string(record.fields.size()) +
                                          " fields under a header of " + std::to_string(columns_) +
                                          ": is a field with a delimiter in it not in quotes?");
}

}  // namespace goeswith
