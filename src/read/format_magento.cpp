#include "read/formats.h"
#include "read/line_columns.h"
#include "read/status.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kOrder[] = {"orderid"};
constexpr std::string_view kProduct[] = {"productid"};
constexpr std::string_view kTitle[] = {"name", "productname"};
constexpr std::string_view kQuantity[] = {"qtyordered"};
constexpr std::string_view kPrice[] = {"priceincltax", "price", "baseprice"};
constexpr std::string_view kDate[] = {"createdat", "ordercreatedat"};
constexpr std::string_view kCustomer[] = {"customerid", "customeremail"};
constexpr std::string_view kCurrency[] = {"ordercurrencycode", "basecurrencycode"};
constexpr std::string_view kStatus[] = {"status", "state"};
constexpr std::string_view kParent[] = {"parentitemid"};

/// Rows of sales_order_item, joined with sales_order or not. What a shopper put into the cart as
/// one stands twice there: as the configurable product, and below it as the simple one in stock.
class Magento : public RowReader {
  public:
    explicit Magento(const Header& first)
        : line_{.order = first.find(kOrder),
                .product = first.find(kProduct),
                .title = first.find(kTitle),
                .quantity = first.find(kQuantity),
                .price = first.find(kPrice),
                .timestamp = first.find(kDate),
                .customer = first.find(kCustomer),
                .currency = first.find(kCurrency)},
          status_(first.find(kStatus)),
          parent_(first.find(kParent)) {}

    void read(const Record& record, OrderBuilder& orders) override {
        if (!told(record[parent_]).empty())
            return orders.leave_out(record.line, "part of the item above it",
                                    record[line_.product]);
        if (was_taken_back(record[status_]) || was_never_paid(record[status_]))
            return orders.leave_out(record.line, "not sold (canceled, closed, unpaid)",
                                    record[line_.order]);
        orders.add(line_.of(record));
    }

  private:
    LineColumns line_;
    int status_, parent_;
};

}  // namespace

bool fits_magento(const Header& first) {
    return first.find(kOrder) >= 0 && first.find(kProduct) >= 0 && first.find(kQuantity) >= 0;
}

std::unique_ptr<RowReader> open_magento(const Header& first) {
    return std::make_unique<Magento>(first);
}

}  // namespace goeswith
