#include <string>

#include "read/formats.h"
#include "read/line_columns.h"

namespace goeswith {
namespace {

/// One order line a record, in columns that were found by their names or named by hand.
class Canonical : public RowReader {
  public:
    explicit Canonical(const LineColumns& columns) : line_(columns) {
        // An export without ids knows its products by name.
        if (line_.product < 0)
            line_.product = line_.title;
    }

    void read(const Record& record, OrderBuilder& orders) override { orders.add(line_.of(record)); }

  private:
    LineColumns line_;
};

/// `find` tells where a `Column` stands, -1 where there is none.
template <typename Find>
std::unique_ptr<RowReader> canonical(Find find) {
    return std::make_unique<Canonical>(LineColumns{.order = find(Column::order),
                                                   .product = find(Column::product),
                                                   .title = find(Column::title),
                                                   .quantity = find(Column::quantity),
                                                   .price = find(Column::price),
                                                   .timestamp = find(Column::timestamp),
                                                   .customer = find(Column::customer),
                                                   .currency = find(Column::currency)});
}

}  // namespace

bool fits_canonical(const Header& first) {
    const bool has_product = first.find(Column::product) >= 0 || first.find(Column::title) >= 0;
    return first.find(Column::order) >= 0 && has_product;
}

std::unique_ptr<RowReader> open_canonical(const Header& first) {
    return canonical([&](Column column) { return first.find(column); });
}

std::unique_ptr<RowReader> open_named(const Header& first, const NamedColumns& named) {
    return canonical([&](Column column) {
        const std::string& name = named[static_cast<std::size_t>(column)];
        return name.empty() ? -1 : first.find_written(name);
    });
}

}  // namespace goeswith
