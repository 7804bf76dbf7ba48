#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/columns.h"
#include "read/orders.h"

namespace goeswith {

struct ReadOptions {
    std::string format;    // one of `format_names()`; empty: found by the file's first line
    std::string currency;  // of the prices (ISO 4217), where the orders tell none
    /// Columns (keys of JSON) to keep for each order, by their names as the export writes them;
    /// amounts and items are kept too then. Several lines of a field become one, with "; "
    /// between them. A file without one of the columns is refused.
    std::vector<std::string> keep;
    NamedColumns columns;       // of a table that no format knows, see `parse_columns`
    bool keep_amounts = false;  // amounts and items are kept even without a column to keep
};

/// The names that `ReadOptions::format` takes, with ", " between them.
std::string format_names();

/// Reads order exports, unpacked, whose bytes come in pieces: one file after the other, an order's
/// lines in any of them. Where the cuts between pieces lie makes no difference.
///
///     OrdersReader reader;
///     reader.begin_file("orders.csv");
///     while (...) reader.feed(piece);
///     reader.end_file();
///     Orders orders = reader.finish();
///
/// What is wrong with the data throws `DataError`, after which the reader is of no more use; a
/// format that does not exist throws `CallError`.
class OrdersReader {
  public:
    explicit OrdersReader(ReadOptions options = {});
    ~OrdersReader();
    OrdersReader(OrdersReader&&) noexcept;
    OrdersReader& operator=(OrdersReader&&) noexcept;

    /// `name` stands in messages, before the line.
    void begin_file(std::string name);
    void feed(std::string_view bytes);
    void end_file();

    /// The orders of all files. The reader is empty afterwards.
    Orders finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace goeswith
