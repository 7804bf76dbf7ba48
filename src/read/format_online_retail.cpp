#include <algorithm>

#include "read/formats.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kInvoice[] = {"invoiceno", "invoice"};
constexpr std::string_view kStockCode[] = {"stockcode"};
constexpr std::string_view kPrice[] = {"unitprice", "price"};
constexpr std::string_view kCustomer[] = {"customerid"};

// Postage, carriage, discounts, manual entries, samples, fees, charity, vouchers, adjustments and
// tests. What merely looks odd is kept: DCGS0058 and SP1002 are goods with a name and a price.
constexpr std::string_view kNoProduct[] = {"post", "dot",       "c2",          "c3",   "d",
                                           "m",    "s",         "b",           "gift", "cruk",
                                           "pads", "amazonfee", "bank charges"};
constexpr std::string_view kNoProductPrefixes[] = {"gift_", "test", "adjust"};

bool is_product(std::string_view lower_code) {
    return std::find(std::begin(kNoProduct), std::end(kNoProduct), lower_code) ==
               std::end(kNoProduct) &&
           std::none_of(std::begin(kNoProductPrefixes), std::end(kNoProductPrefixes),
                        [lower_code](std::string_view prefix) {
                            return lower_code.substr(0, prefix.size()) == prefix;
                        });
}

/// The UCI data sets Online Retail and Online Retail II (Chen 2015, 2019): the lines of a UK gift
/// wholesaler, prices in sterling as their description says.
class OnlineRetail : public RowReader {
  public:
    explicit OnlineRetail(const Header& first)
        : invoice_(first.find(kInvoice)),
          code_(first.find(kStockCode)),
          description_(first.find(Column::title)),
          quantity_(first.find(Column::quantity)),
          price_(first.find(kPrice)),
          date_(first.find(Column::timestamp)),
          customer_(first.find(kCustomer)) {}

    void read(const Record& record, OrderBuilder& orders) override {
        const std::string_view invoice = record[invoice_];
        // C is a cancellation, A an adjustment of bad debt.
        if (!invoice.empty() && (invoice[0] == 'C' || invoice[0] == 'c'))
            return orders.leave_out(record.line, "cancelled", invoice);
        if (!invoice.empty() && (invoice[0] == 'A' || invoice[0] == 'a'))
            return orders.leave_out(record.line, "adjustment", invoice);
        // 85123A and 85123a are one product: all 151 codes with two spellings have one name.
        lower_code_.clear();
        append_lower(record[code_], lower_code_);
        if (!is_product(lower_code_))
            return orders.leave_out(record.line, "not a product (postage, fees, tests)",
                                    record[code_]);
        Row row;
        row.line = record.line;
        row.order = invoice;
        row.product = record[code_];
        row.product_key = lower_code_;
        row.title = record[description_];
        row.quantity = record[quantity_];
        row.price = record[price_];
        row.timestamp = record[date_];
        row.customer = record[customer_];
        row.currency = "GBP";
        orders.add(row);
    }

  private:
    int invoice_, code_, description_, quantity_, price_, date_, customer_;
    std::string lower_code_;
};

}  // namespace

bool fits_online_retail(const Header& first) {
    return first.find(kInvoice) >= 0 && first.find(kStockCode) >= 0;
}

std::unique_ptr<RowReader> open_online_retail(const Header& first) {
    return std::make_unique<OnlineRetail>(first);
}

}  // namespace goeswith
