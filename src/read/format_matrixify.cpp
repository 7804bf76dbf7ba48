#include "read/formats.h"
#include "read/order_cells.h"
#include "read/status.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// Orders of a Shopify shop as the app Matrixify writes them: line items, shipping, discounts,
/// payments and refunds are rows of one table, told apart by "Line: Type".
class Matrixify : public RowReader {
  public:
    explicit Matrixify(const Header& first)
        : cells_(first.find_written("Name"),
                 {first.find_written("Cancelled At"), first.find_written("Payment: Status"),
                  first.find_written("Created At"), customer_of(first),
                  first.find_written("Currency")}),
          type_(first.find_written("Line: Type")),
          id_(first.find_written("Line: Product ID")),
          sku_(first.find_written("Line: SKU")),
          title_(first.find_written("Line: Name")),
          quantity_(first.find_written("Line: Quantity")),
          price_(first.find_written("Line: Price")) {
        if (title_ < 0)
            title_ = first.find_written("Line: Title");
    }

    bool continues(const Record& record) const override { return cells_.continues(record); }

    void read(const Record& record, OrderBuilder& orders) override {
        cells_.read(record);
        if (record[type_] != "Line Item")
            return orders.leave_out(record.line, "not a line item (shipping, discount, payment)",
                                    record[type_]);
        if (!told(cells_[kCancelled]).empty())
            return orders.leave_out(record.line, "cancelled", cells_.id());
        if (was_taken_back(cells_[kPaid]))
            return orders.leave_out(record.line, "refunded or voided", cells_.id());
        Row row;
        row.line = record.line;
        row.order = cells_.id();
        row.product = first_told({record[sku_], record[id_], record[title_]});
        row.title = record[title_];
        row.quantity = record[quantity_];
        row.price = record[price_];
        row.timestamp = cells_[kCreated];
        lower_customer_.clear();
        append_lower(cells_[kCustomer], lower_customer_);
        row.customer = lower_customer_;
        row.currency = cells_[kCurrency];
        orders.add(row);
    }

  private:
    enum { kCancelled, kPaid, kCreated, kCustomer, kCurrency };

    static int customer_of(const Header& first) {
        const int id = first.find_written("Customer: ID");
        return id < 0 ? first.find_written("Email") : id;
    }

    OrderCells cells_;
    int type_, id_, sku_, title_, quantity_, price_;
    std::string lower_customer_;
};

}  // namespace

bool fits_matrixify(const Header& first) {
    return first.has("name") && first.has("linetype") && first.has("linequantity");
}

std::unique_ptr<RowReader> open_matrixify(const Header& first) {
    return std::make_unique<Matrixify>(first);
}

}  // namespace goeswith
