#include "read/formats.h"

namespace goeswith {
namespace {

/// One order line a record, its columns found by the names in columns.cpp.
class Canonical : public RowReader {
  public:
    explicit Canonical(const Header& first)
        : order_(first.find(Column::order)),
          product_(first.find(Column::product)),
          title_(first.find(Column::title)),
          quantity_(first.find(Column::quantity)),
          price_(first.find(Column::price)),
          timestamp_(first.find(Column::timestamp)),
          customer_(first.find(Column::customer)),
          currency_(first.find(Column::currency)) {
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
    return std::make_unique<Canonical>(first);
}

}  // namespace goeswith
