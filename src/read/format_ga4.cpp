#include <nlohmann/json.hpp>

#include "read/formats.h"
#include "read/json_lines.h"
#include "read/text.h"

namespace goeswith {
namespace {

using nlohmann::json;

const json kNothing = json::object();

/// The object under a key, or an empty one.
const json& object_at(const json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_object() ? *at : kNothing;
}

/// What one of the event's parameters says, empty where there is none of this name.
std::string parameter(const json& event, const std::string& name, std::uint64_t line,
                      const OrderBuilder& orders) {
    const auto all = event.find("event_params");
    if (all == event.end() || !all->is_array())
        return {};
    for (const json& one : *all) {
        if (!one.is_object() || text_of(one, "key", line, orders) != name)
            continue;
        for (const char* type : {"string_value", "int_value", "float_value", "double_value"})
            if (auto text = text_of(object_at(one, "value"), type, line, orders); !text.empty())
                return text;
    }
    return {};
}

void set_kept(const json& event, std::uint64_t line, OrderBuilder& orders) {
    std::vector<std::string> kept;
    for (const std::string& name : orders.kept_columns()) {
        kept.push_back(parameter(event, name, line, orders));
        if (kept.back().empty())
            kept.back() = text_of(event, name.c_str(), line, orders);
    }
    orders.set_kept(std::vector<std::string_view>(kept.begin(), kept.end()));
}

}  // namespace

bool fits_ga4(const json& first) {
    return first.contains("event_name");
}

/// An event of Google Analytics 4 as BigQuery exports it: whole numbers are texts there, and what
/// is not known is "(not set)". Of the shopper nothing is read but the number of the browser.
void read_ga4(const json& event, std::uint64_t line, OrderBuilder& orders) {
    const std::string name = text_of(event, "event_name", line, orders);
    if (name.empty())
        orders.fail(line, "the event has no \"event_name\"");
    if (name != "purchase")
        return orders.leave_out(line, "an event that is no purchase", name);
    std::string order = text_of(object_at(event, "ecommerce"), "transaction_id", line, orders);
    if (told(order).empty())
        order = parameter(event, "transaction_id", line, orders);
    if (told(order).empty())
        return orders.leave_out(line, "a purchase without a transaction id", {});
    // A confirmation page that is opened again tells the same purchase again.
    if (orders.knows_order(order))
        return orders.leave_out(line, "a purchase that was told before", order);
    const auto items = event.find("items");
    if (items == event.end() || !items->is_array() || items->empty())
        return orders.leave_out(line, "a purchase without items", order);
    const std::string timestamp = text_of(event, "event_timestamp", line, orders);
    const std::string customer = text_of(event, "user_pseudo_id", line, orders);
    const std::string currency = parameter(event, "currency", line, orders);
    set_kept(event, line, orders);
    for (const json& item : *items) {
        if (!item.is_object())
            orders.fail(line, "an item of the purchase is not a JSON object");
        const std::string id = text_of(item, "item_id", line, orders);
        const std::string title = text_of(item, "item_name", line, orders);
        const std::string quantity = text_of(item, "quantity", line, orders);
        const std::string price = text_of(item, "price", line, orders);
        Row row;
        row.line = line;
        row.order = order;
        row.product = first_told({id, title});
        row.title = title;
        row.quantity = quantity;
        row.price = price;
        row.timestamp = timestamp;
        row.customer = customer;
        row.currency = currency;
        orders.add(row);
    }
}

}  // namespace goeswith
