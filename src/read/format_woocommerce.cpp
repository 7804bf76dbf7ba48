#include "read/formats.h"
#include "read/status.h"
#include "read/text.h"

namespace goeswith {
namespace {

struct Counted {
    std::string_view quantity;
    std::string_view name;
};

/// How many bytes at the beginning of a text are a count, as in "2× Moka"; 0 where there is none.
/// `digits`  how many of them are the number
std::size_t count_at(std::string_view text, std::size_t& digits) {
    digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    if (digits == 0)
        return 0;
    for (const std::string_view times : {"\xC3\x97", "\xD7"})  // in UTF-8, in Windows-1252
        if (text.substr(digits, times.size()) == times)
            return digits + times.size();
    return 0;
}

/// Takes the first product off a list such as "2× Moka, red, 1× Mug". Names hold commas too: only
/// one with a count behind it separates.
Counted take_product(std::string_view& list) {
    std::size_t digits = 0;
    const std::size_t begin = count_at(list, digits);
    std::size_t end = begin;
    for (std::size_t next = 0; end < list.size(); ++end) {
        if (list.substr(end, 2) == ", " && count_at(list.substr(end + 2), next) > 0)
            break;
    }
    const Counted product{list.substr(0, digits), trimmed(list.substr(begin, end - begin))};
    list.remove_prefix(end < list.size() ? end + 2 : end);
    return product;
}

/// What WooCommerce's Analytics exports of orders: an order a row, its products in one cell, by
/// name alone. The customer's name is there as well, and is not read.
class WooCommerce : public RowReader {
  public:
    explicit WooCommerce(const Header& first)
        : order_(first.find_written("Order #")),
          products_(first.find_written("Product(s)")),
          status_(first.find_written("Status")),
          date_(first.find_written("Date")) {}

    void read(const Record& record, OrderBuilder& orders) override {
        if (was_taken_back(record[status_]) || was_never_paid(record[status_]))
            return orders.leave_out(record.line, "not sold (cancelled, refunded, failed, unpaid)",
                                    record[status_]);
        std::string_view list = record[products_];
        std::size_t digits = 0;
        if (count_at(list, digits) == 0)
            return orders.leave_out(record.line, "no product with a count, such as 2× Mug", list);
        while (!list.empty()) {
            const Counted product = take_product(list);
            Row row;
            row.line = record.line;
            row.order = record[order_];
            row.product = product.name;
            row.title = product.name;
            row.quantity = product.quantity;
            row.timestamp = record[date_];
            orders.add(row);
        }
    }

  private:
    int order_, products_, status_, date_;
};

}  // namespace

bool fits_woocommerce(const Header& first) {
    return first.has("order#") && first.has("products");
}

std::unique_ptr<RowReader> open_woocommerce(const Header& first) {
    return std::make_unique<WooCommerce>(first);
}

}  // namespace goeswith
