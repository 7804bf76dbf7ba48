#include "read/formats.h"
#include "read/line_columns.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kOrder[] = {"idorder"};
constexpr std::string_view kProduct[] = {"productid", "idproduct"};
constexpr std::string_view kTitle[] = {"productname", "name"};
constexpr std::string_view kQuantity[] = {"productquantity", "quantity"};
constexpr std::string_view kPrice[] = {"unitpricetaxincl", "productprice", "unitpricetaxexcl"};
constexpr std::string_view kDate[] = {"dateadd", "orderdate", "invoicedate"};
constexpr std::string_view kCustomer[] = {"idcustomer"};
constexpr std::string_view kCurrency[] = {"isocode", "currencyisocode", "currency"};
constexpr std::string_view kValid[] = {"valid"};

/// Rows of ps_order_detail joined with ps_orders, as PrestaShop's SQL manager writes them.
///
/// A product's combinations are one product here: a page knows the product's number everywhere, and
/// a combination's may be the number of another product.
class PrestaShop : public RowReader {
  public:
    explicit PrestaShop(const Header& first)
        : line_{.order = first.find(kOrder),
                .product = first.find(kProduct),
                .title = first.find(kTitle),
                .quantity = first.find(kQuantity),
                .price = first.find(kPrice),
                .timestamp = first.find(kDate),
                .customer = first.find(kCustomer),
                .currency = first.find(kCurrency)},
          valid_(first.find(kValid)) {}

    void read(const Record& record, OrderBuilder& orders) override {
        if (valid_ >= 0 && record[valid_] != "1")
            return orders.leave_out(record.line, "not valid (cancelled or never paid)",
                                    record[line_.order]);
        orders.add(line_.of(record));
    }

  private:
    LineColumns line_;
    int valid_;
};

}  // namespace

bool fits_prestashop(const Header& first) {
    return first.find(kOrder) >= 0 && first.find(kProduct) >= 0;
}

std::unique_ptr<RowReader> open_prestashop(const Header& first) {
    return std::make_unique<PrestaShop>(first);
}

}  // namespace goeswith
