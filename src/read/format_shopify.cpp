#include "read/formats.h"
#include "read/order_cells.h"
#include "read/status.h"
#include "read/text.h"

namespace goeswith {
namespace {

/// Shopify's own export of orders: a row a line item, the order's cells on the first of them alone.
/// It knows products by SKU and name and has no id of them.
class Shopify : public RowReader {
  public:
    explicit Shopify(const Header& first)
        : cells_(first.find_written("Name"),
                 {first.find_written("Cancelled at"), first.find_written("Financial Status"),
                  first.find_written("Created at"), first.find_written("Email"),
                  first.find_written("Currency")}),
          sku_(first.find_written("Lineitem sku")),
          name_(first.find_written("Lineitem name")),
          quantity_(first.find_written("Lineitem quantity")),
          price_(first.find_written("Lineitem price")) {}

    bool continues(const Record& record) const override { return cells_.continues(record); }

    void read(const Record& record, OrderBuilder& orders) override {
        cells_.read(record);
        if (!told(cells_[kCancelled]).empty())
            return orders.leave_out(record.line, "cancelled", cells_.id());
        if (was_taken_back(cells_[kPaid]))
            return orders.leave_out(record.line, "refunded or voided", cells_.id());
        const std::string_view sku = told(record[sku_]);
        // What customers add for the staff stands among the line items under this name.
        if (sku.empty() && record[name_] == "Tip")
            return orders.leave_out(record.line, "not a product (tip)", cells_.id());
        Row row;
        row.line = record.line;
        row.order = cells_.id();
        row.product = sku.empty() ? record[name_] : sku;
        row.title = record[name_];
        row.quantity = record[quantity_];
        row.price = record[price_];
        row.timestamp = cells_[kCreated];
        lower_email_.clear();
        append_lower(cells_[kEmail], lower_email_);
        row.customer = lower_email_;
        row.currency = cells_[kCurrency];
        orders.add(row);
    }

  private:
    enum { kCancelled, kPaid, kCreated, kEmail, kCurrency };

    OrderCells cells_;
    int sku_, name_, quantity_, price_;
    std::string lower_email_;
};

}  // namespace

bool fits_shopify(const Header& first) {
    return first.has("name") && first.has("lineitemname") && first.has("lineitemquantity");
}

std::unique_ptr<RowReader> open_shopify(const Header& first) {
    return std::make_unique<Shopify>(first);
}

}  // namespace goeswith
