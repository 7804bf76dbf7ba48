#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/ids.h"
#include "read/numbers.h"
#include "read/oddities.h"
#include "read/orders.h"
#include "read/product_facts.h"
#include "read/time.h"

namespace goeswith {

/// One order line as a format found it: text as it stands in the file, empty where it tells
/// nothing. Only what is here is ever looked at; exports hold names and addresses too.
struct Row {
    std::uint64_t line = 0;  // in the file
    std::string_view order;
    std::string_view product;
    std::string_view product_key;  // what tells products apart, where that is not `product` itself
    std::string_view title;
    std::string_view quantity;
    std::string_view price;
    std::string_view timestamp;
    std::string_view customer;
    std::string_view currency;
};

/// Puts rows together to orders; every format ends here, so that all keep the same rules.
///
/// The lines of an order may lie anywhere, in other files too. Text becomes numbers at once: a line
/// costs four bytes, and a customer's id is forgotten as soon as it is a number.
class OrderBuilder {
  public:
    /// Keeps amounts and items for each order, and these columns; before the first file.
    void keep(std::vector<std::string> columns);
    std::span<const std::string> kept_columns() const { return kept_names_; }
    /// What the kept columns hold in the lines that come next, one value a column.
    void set_kept(std::span<const std::string_view> values);

    void begin_file(std::string name);
    /// Tells the report which format the file has.
    void name_format(std::string_view format);
    void end_file();

    /// Whether a line of this order came already, in any file.
    bool knows_order(std::string_view id);

    void add(const Row& row);
    /// A whole order without an id of its own, whose products are named.
    void add_basket(std::uint64_t line, std::span<const std::string_view> names);
    /// Counts a line as left out; `example` is what shows why.
    void leave_out(std::uint64_t line, std::string_view reason, std::string_view example);
    [[noreturn]] void fail(std::uint64_t line, std::string_view what) const;

    /// The orders of all files. Throws `DataError` where no line could be used.
    Orders finish(std::string_view currency_otherwise);

  private:
    struct Run {
        std::uint32_t order;
        std::uint32_t lines;
    };

    std::optional<std::int64_t> quantity_of(const Row& row) const;
    std::optional<Price> price_of(const Row& row) const;
    Time time_of(const Row& row);
    std::uint32_t new_order();
    void tell_order(std::uint32_t order, const Row& row, Time time);
    std::uint32_t product_number(std::string_view id, std::string_view key);
    void append_line(std::uint32_t order, std::uint32_t product);
    void learn_currency(std::string_view currency);
    void keep_line(std::uint32_t order, std::optional<std::int64_t> quantity,
                   std::optional<std::int64_t> price);
    void finish_kept(Orders& orders);
    bool is_foreign(const Price& price, const Row& row);
    void set_date_order(const Row& row, DateOrder order);
    void count_left_out(std::uint64_t line, std::string_view reason, std::string_view example);
    void find_largest(std::span<const std::uint64_t> lines);
    void fill_baskets(Orders& orders);
    void fill_products(Orders& orders);

    std::string file_;
    std::uint64_t file_lines_ = 0;
    ReadReport report_;

    IdTable order_ids_;
    std::vector<std::uint32_t> order_of_id_;  // baskets without an id stand between
    std::vector<std::int64_t> times_;
    std::vector<std::uint32_t> customers_;
    std::unordered_map<std::uint64_t, std::uint32_t> customer_of_hash_;

    IdTable product_ids_;
    std::vector<Product> products_;
    std::vector<ToldFacts> facts_;

    std::vector<std::uint32_t> lines_;  // the product of every line
    std::vector<Run> runs_;             // whose they are: lines of one order mostly stand together

    /// What is kept of an order while its lines come in.
    struct KeptOrder {
        long double amount = 0;     // prices times quantities, times 10^(2 kPriceDigits): exact
        std::int64_t quantity = 0;  // times 10^kPriceDigits
        bool priced = true;
    };
    bool keeps_ = false;
    std::vector<std::string> kept_names_;
    std::vector<std::string> kept_values_;  // of the lines that come next
    std::vector<IdTable> kept_tables_;
    std::vector<KeptColumn> kept_;
    std::vector<KeptOrder> kept_orders_;

    LargestOrder largest_order_;
    std::string currency_;
    std::uint64_t foreign_prices_ = 0;

    DateOrder date_order_ = DateOrder::either;  // of this file, and where that was seen
    std::uint64_t date_order_line_ = 0;
    std::vector<std::uint32_t> ambiguous_orders_;  // of this file
    std::string last_timestamp_;
    Time last_time_{kNoTime, DateOrder::clear};

    std::string order_room_, product_room_, title_room_, key_room_, kept_room_;
};

}  // namespace goeswith
