#include "read/formats.h"
#include "read/order_cells.h"
#include "read/status.h"
#include "read/text.h"

namespace goeswith {
namespace {

// Plugins that export WooCommerce's orders item by item have their own names for each column.
constexpr std::string_view kOrder[] = {"ordernumber", "orderid"};
constexpr std::string_view kStatus[] = {"orderstatus", "status"};
constexpr std::string_view kDate[] = {"orderdate", "date", "datecreated"};
constexpr std::string_view kCustomer[] = {"customeruserid", "customerid",   "customeruser",
                                          "emailbilling",   "billingemail", "customeremail"};
constexpr std::string_view kCurrency[] = {"ordercurrency", "currency", "currencycode"};
constexpr std::string_view kName[] = {"itemname"};
constexpr std::string_view kSku[] = {"sku", "itemsku"};
constexpr std::string_view kProduct[] = {"productid", "itemproductid"};
constexpr std::string_view kQuantity[] = {"quantityrefund", "itemquantity", "quantity", "qty"};
constexpr std::string_view kPrice[] = {"itemcost", "itemprice", "itemcostinctax", "price"};

class WooCommerceItems : public RowReader {
  public:
    explicit WooCommerceItems(const Header& first)
        : cells_(first.find(kOrder), {first.find(kStatus), first.find(kDate), first.find(kCustomer),
                                      first.find(kCurrency)}),
          name_(first.find(kName)),
          sku_(first.find(kSku)),
          product_(first.find(kProduct)),
          quantity_(first.find(kQuantity)),
          price_(first.find(kPrice)) {}

    bool continues(const Record& record) const override { return cells_.continues(record); }

    void read(const Record& record, OrderBuilder& orders) override {
        cells_.read(record);
        if (was_taken_back(cells_[kOrderStatus]) || was_never_paid(cells_[kOrderStatus]))
            return orders.leave_out(record.line, "not sold (cancelled, refunded, failed, unpaid)",
                                    cells_[kOrderStatus]);
        Row row;
        row.line = record.line;
        row.order = cells_.id();
        row.product = first_told({record[sku_], record[product_], record[name_]});
        row.title = record[name_];
        row.quantity = record[quantity_];
        row.price = record[price_];
        row.timestamp = cells_[kOrderDate];
        // A guest's number is 0, whoever it is.
        lower_customer_.clear();
        if (cells_[kOrderCustomer] != "0")
            append_lower(cells_[kOrderCustomer], lower_customer_);
        row.customer = lower_customer_;
        row.currency = cells_[kOrderCurrency];
        orders.add(row);
    }

  private:
    enum { kOrderStatus, kOrderDate, kOrderCustomer, kOrderCurrency };

    OrderCells cells_;
    int name_, sku_, product_, quantity_, price_;
    std::string lower_customer_;
};

}  // namespace

bool fits_woocommerce_items(const Header& first) {
    return first.find(kOrder) >= 0 && first.find(kStatus) >= 0 && first.find(kName) >= 0;
}

std::unique_ptr<RowReader> open_woocommerce_items(const Header& first) {
    return std::make_unique<WooCommerceItems>(first);
}

}  // namespace goeswith
