#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/csv.h"
#include "read/formats.h"
#include "read/order_builder.h"
#include "read/orders_reader.h"
#include "read/piece_reader.h"

namespace goeswith {

/// Reads a table whose format is told by its first record, unless one is forced or its columns were
/// named by hand.
class TableReader : public PieceReader {
  public:
    TableReader(const std::string& file, const ReadOptions& options, OrderBuilder& orders);
    void feed(std::string_view bytes) override { csv_.feed(bytes); }
    void end() override { csv_.end(); }

  private:
    void read(const Record& record);
    void open(const Record& first);
    void open_as_named(const Header& header, std::uint64_t line);
    void find_kept(const Header& header, std::uint64_t line);
    void keep_cells(const Record& record);
    void require(const Header& header, std::string_view name, std::uint64_t line) const;
    void check_width(const Record& record) const;

    std::string forced_format_;
    NamedColumns columns_named_;
    OrderBuilder& orders_;
    CsvReader csv_;
    std::unique_ptr<RowReader> rows_;
    std::vector<int> kept_;  // the columns to keep
    std::vector<std::string> kept_cells_;
    std::size_t columns_ = 0;  // 0 where the table has no header
};

}  // namespace goeswith
