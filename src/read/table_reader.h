#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/csv.h"
#include "read/formats.h"
#include "read/order_builder.h"
#include "read/piece_reader.h"

namespace goeswith {

/// Reads a table whose format is told by its first record, unless one is forced.
class TableReader : public PieceReader {
  public:
    TableReader(const std::string& file, std::string_view forced_format, OrderBuilder& orders);
    void feed(std::string_view bytes) override { csv_.feed(bytes); }
    void end() override { csv_.end(); }

  private:
    void read(const Record& record);
    void open(const Record& first);
    void find_kept(const Header& header, std::uint64_t line);
    void check_width(const Record& record) const;

    std::string forced_format_;
    OrderBuilder& orders_;
    CsvReader csv_;
    std::unique_ptr<RowReader> rows_;
    std::vector<int> kept_;  // the columns to keep
    std::vector<std::string_view> kept_values_;
    std::size_t columns_ = 0;  // 0 where the table has no header
};

}  // namespace goeswith
