#pragma once

#include <string>
#include <utility>
#include <vector>

#include "read/csv.h"

namespace goeswith {

/// What an export tells of an order on its first row alone: kept until the next order begins.
class OrderCells {
  public:
    /// `order`  the column of the order's id, which goes on where it stands again or is empty
    /// `columns`  those that only the first row has; -1 stays empty
    OrderCells(int order, std::vector<int> columns)
        : order_(order), columns_(std::move(columns)), cells_(columns_.size()) {}

    bool continues(const Record& record) const {
        const std::string_view id = record[order_];
        return !id_.empty() && (id.empty() || id == id_);
    }

    void read(const Record& record) {
        if (continues(record))
            return;
        id_ = record[order_];
        for (std::size_t i = 0; i < cells_.size(); ++i)
            cells_[i] = record[columns_[i]];
    }

    const std::string& id() const { return id_; }
    /// The cell of the column that stands there in `columns`.
    const std::string& operator[](std::size_t i) const { return cells_[i]; }

  private:
    int order_;
    std::vector<int> columns_;
    std::vector<std::string> cells_;
    std::string id_;
};

}  // namespace goeswith
