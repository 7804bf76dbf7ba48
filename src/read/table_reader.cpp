#include "read/table_reader.h"

#include "read/text.h"

namespace goeswith {
namespace {

/// What a first record lacks that no format fits.
std::string what_is_missing(const Header& first) {
    const std::string known(first.first_known());
    if (known.empty())
        return "the first line is neither a header that is known nor a basket of product names: "
               "name the columns, order_id and product_id at least";
    const bool has_order = first.find(Column::order) >= 0;
    return std::string("the header has a column ") + quoted(known) + " but none for the " +
           (has_order ? "product, such as product_id" : "order, such as order_id");
}

}  // namespace

TableReader::TableReader(const std::string& file, std::string_view forced_format,
                         OrderBuilder& orders)
    : forced_format_(forced_format),
      orders_(orders),
      csv_(file, [this](const Record& record) { read(record); }) {}

void TableReader::read(const Record& record) {
    if (!rows_)
        return open(record);
    check_width(record);
    if (!kept_.empty()) {
        kept_values_.clear();
        for (const int column : kept_)
            kept_values_.push_back(record[column]);
        orders_.set_kept(kept_values_);
    }
    rows_->read(record, orders_);
}

void TableReader::open(const Record& first) {
    const Header header(first.fields);
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

void TableReader::find_kept(const Header& header, std::uint64_t line) {
    for (const std::string& name : orders_.kept_columns()) {
        kept_.push_back(header.find_written(name));
        if (kept_.back() >= 0)
            continue;
        std::string there;
        for (const std::string& field : header.fields())
            there += (there.empty() ? "" : ", ") + field;
        orders_.fail(line, "there is no column " + quoted(name) + "; there are " + there);
    }
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
