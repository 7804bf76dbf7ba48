#include <array>

#include "read/formats.h"

namespace goeswith {
namespace {

/// One order line a record, in columns that were found by their names or named by hand.
class Canonical : public RowReader {
  public:
    /// By `Column`, -1 where there is none.
    explicit Canonical(const std::array<int, kColumns>& columns)
        : order_(columns[static_cast<std::size_t>(Column::order)]),
          product_(columns[static_cast<std::size_t>(Column::product)]),
          title_(columns[static_cast<std::size_t>(Column::title)]),
          quantity_(columns[static_cast<std::size_t>(Column::quantity)]),
          price_(columns[static_cast<std::size_t>(Column::price)]),
          timestamp_(columns[static_cast<std::size_t>(Column::timestamp)]),
          customer_(columns[static_cast<std::size_t>(Column::customer)]),
          currency_(columns[static_cast<std::size_t>(Column::currency)]) {
        // An export without ids knows its products by name.
        if (product_ < 0)
            product_ = title_;
    }

    void read(const Record& record, OrderBuilder& orders) override {
        Row row;
        row.line = record.line;
        row.order = record[order_];
        row.product = record[product_];
        row.title = record[title_];
        row.quantity = record[quantity_];
        row.price = record[price_];
        row.timestamp = record[timestamp_];
        row.customer = record[customer_];
        row.currency = record[currency_];
        orders.add(row);
    }

  private:
    int order_, product_, title_, quantity_, price_, timestamp_, customer_, currency_;
};

}  // namespace

bool fits_canonical(const Header& first) {
    const bool has_product = first.find(Column::product) >= 0 || first.find(Column::title) >= 0;
    return first.find(Column::order) >= 0 && has_product;
}

std::unique_ptr<RowReader> open_canonical(const Header& first) {
    std::array<int, kColumns> columns;
    for (std::size_t i = 0; i < kColumns; ++i)
        columns[i] = first.find(static_cast<Column>(i));
    return std::make_unique<Canonical>(columns);
}

std::unique_ptr<RowReader> open_named(const Header& first, const NamedColumns& named) {
    std::array<int, kColumns> columns;
    for (std::size_t i = 0; i < kColumns; ++i)
        columns[i] = named[i].empty() ? -1 : first.find_written(named[i]);
    return std::make_unique<Canonical>(columns);
}

}  // namespace goeswith
