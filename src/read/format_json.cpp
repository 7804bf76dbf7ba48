#include <nlohmann/json.hpp>

#include "read/formats.h"
#include "read/json_lines.h"

namespace goeswith {

using nlohmann::json;

bool fits_json_orders(const json& first) {
    return first.contains("order_id") || first.contains("items");
}

/// A whole order with its `items`, or one order line. The keys are the canonical column names;
/// others are ignored.
void read_json_order(const json& order, std::uint64_t line, OrderBuilder& orders) {
    const auto text = [&](const json& object, const char* key) {
        return text_of(object, key, line, orders);
    };
    const std::string id = text(order, "order_id");
    const std::string timestamp = text(order, "timestamp");
    const std::string customer = text(order, "customer_id");
    const std::string currency = text(order, "currency");
    const auto read_item = [&](const json& item) {
        if (!item.is_object())
            orders.fail(line, "an item of the order is not a JSON object");
        const std::string product = text(item, "product_id");
        const std::string title = text(item, "title");
        const std::string quantity = text(item, "qty");
        const std::string price = text(item, "price");
        Row row;
        row.line = line;
        row.order = id;
        row.product = product;
        row.title = title;
        row.quantity = quantity;
        row.price = price;
        row.timestamp = timestamp;
        row.customer = customer;
        row.currency = currency;
        orders.add(row);
    };
    std::vector<std::string> kept;
    for (const std::string& name : orders.kept_columns())
        kept.push_back(text(order, name.c_str()));
    orders.set_kept(std::vector<std::string_view>(kept.begin(), kept.end()));
    const auto items = order.find("items");
    if (items == order.end())
        return read_item(order);
    if (!items->is_array())
        orders.fail(line, "\"items\" is not a list");
    if (items->empty())
        return orders.leave_out(line, "no product id", id);
    for (const json& item : *items)
        read_item(item);
}

}  // namespace goeswith
