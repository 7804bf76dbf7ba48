#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "read/columns.h"
#include "read/csv.h"
#include "read/order_builder.h"

namespace goeswith {

/// Turns the records of one table, below its header, into order lines.
class RowReader {
  public:
    virtual ~RowReader() = default;
    /// Whether the record goes on with the order of the one before. Where an export tells an order
    /// on its first row alone, what stood there is true of this row too.
    virtual bool continues(const Record&) const { return false; }
    virtual void read(const Record& record, OrderBuilder& orders) = 0;
};

/// A kind of table that we can read. A new one is a file with these two functions and a line in
/// the table in formats.cpp.
struct TableFormat {
    std::string_view name;
    std::string_view needs;  // the columns without which it is not this format; empty: no header
    bool (*fits)(const Header& first);
    std::unique_ptr<RowReader> (*open)(const Header& first);
};

/// All of them, the most particular first: the first that fits is taken.
std::span<const TableFormat> table_formats();

/// A kind of JSON Lines; `read` takes the object of one line.
struct JsonFormat {
    std::string_view name;
    bool (*fits)(const nlohmann::json& first);
    void (*read)(const nlohmann::json& object, std::uint64_t line, OrderBuilder& orders);
};
std::span<const JsonFormat> json_formats();

// One file each: format_NAME.cpp.
bool fits_shopify(const Header& first);
std::unique_ptr<RowReader> open_shopify(const Header& first);

bool fits_matrixify(const Header& first);
std::unique_ptr<RowReader> open_matrixify(const Header& first);

bool fits_woocommerce(const Header& first);
std::unique_ptr<RowReader> open_woocommerce(const Header& first);

bool fits_woocommerce_items(const Header& first);
std::unique_ptr<RowReader> open_woocommerce_items(const Header& first);

bool fits_prestashop(const Header& first);
std::unique_ptr<RowReader> open_prestashop(const Header& first);

bool fits_magento(const Header& first);
std::unique_ptr<RowReader> open_magento(const Header& first);

bool fits_online_retail(const Header& first);
std::unique_ptr<RowReader> open_online_retail(const Header& first);

bool fits_canonical(const Header& first);
std::unique_ptr<RowReader> open_canonical(const Header& first);
/// The same over columns that were named by hand; all of them have to be there.
std::unique_ptr<RowReader> open_named(const Header& first, const NamedColumns& columns);

bool fits_baskets(const Header& first);
std::unique_ptr<RowReader> open_baskets(const Header& first);

bool fits_ga4(const nlohmann::json& first);
void read_ga4(const nlohmann::json& event, std::uint64_t line, OrderBuilder& orders);

bool fits_json_orders(const nlohmann::json& first);
void read_json_order(const nlohmann::json& order, std::uint64_t line, OrderBuilder& orders);

}  // namespace goeswith
