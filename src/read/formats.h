#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "read/columns.h"
#include "read/csv.h"
#include "read/order_builder.h"

namespace goeswith {

/// Turns the records of one table, below its header, into order lines.
class RowReader {
  public:
    virtual ~RowReader() = default;
    virtual void read(const Record& record, OrderBuilder& orders) = 0;
};

/// A kind of table that we can read. A new one is a file with these two functions and a line in
/// the table in formats.cpp.
struct TableFormat {
    std::string_view name;
    std::string_view needs;  // the columns without which it is not this format; empty: no header
    bool (*fits)(const Header& first);
    std::unique_ptr<RowReader> (*open)(const Header& first);
};

/// All of them, the most particular first: the first that fits is taken.
std::span<const TableFormat> table_formats();

/// The names that `ReadOptions::format` takes, "jsonl" included, with ", " between them.
std::string format_names();

bool fits_online_retail(const Header& first);
std::unique_ptr<RowReader> open_online_retail(const Header& first);

bool fits_canonical(const Header& first);
std::unique_ptr<RowReader> open_canonical(const Header& first);

bool fits_baskets(const Header& first);
std::unique_ptr<RowReader> open_baskets(const Header& first);

}  // namespace goeswith
