#include "read/json_lines.h"

#include <nlohmann/json.hpp>

#include "read/csv.h"
#include "read/text.h"

namespace goeswith {
namespace {

using nlohmann::json;

/// The value of a key as text; numbers as they are written, nothing for null and for no such key.
std::string text_of(const json& object, const char* key, std::uint64_t line,
                    const OrderBuilder& orders) {
    const auto at = object.find(key);
    if (at == object.end() || at->is_null())
        return {};
    if (at->is_string())
        return at->get<std::string>();
    if (!at->is_number())
        orders.fail(line, std::string("the value of \"") + key + "\" is neither text nor a number");
    return at->dump();
}

}  // namespace

JsonLinesReader::JsonLinesReader(OrderBuilder& orders) : orders_(orders) {
    orders_.name_format(kJsonLines);
}

void JsonLinesReader::feed(std::string_view bytes) {
    for (;;) {
        const std::size_t end = bytes.find('\n');
        append(bytes.substr(0, end));
        if (end == std::string_view::npos)
            return;
        read_line();
        bytes.remove_prefix(end + 1);
    }
}

void JsonLinesReader::end() {
    read_line();
}

void JsonLinesReader::append(std::string_view bytes) {
    text_.append(bytes);
    if (text_.size() > kMaxRecordBytes)
        orders_.fail(line_, "the line is longer than 4 MiB: one order a line is expected");
}

void JsonLinesReader::read_line() {
    std::string room;
    const std::string_view text = clean(line_ == 1 ? without_mark(text_) : text_, room);
    if (!text.empty()) {
        const json value = json::parse(text, nullptr, false);
        if (!value.is_object())
            orders_.fail(line_, "not a JSON object: " + quoted(text));
        read_order(value);
    }
    text_.clear();
    ++line_;
}

void JsonLinesReader::read_order(const json& order) {
    const auto text = [&](const json& object, const char* key) {
        return text_of(object, key, line_, orders_);
    };
    const std::string id = text(order, "order_id");
    const std::string timestamp = text(order, "timestamp");
    const std::string customer = text(order, "customer_id");
    const std::string currency = text(order, "currency");
    const auto read_item = [&](const json& item) {
        if (!item.is_object())
            orders_.fail(line_, "an item of the order is not a JSON object");
        const std::string product = text(item, "product_id");
        const std::string title = text(item, "title");
        const std::string quantity = text(item, "qty");
        const std::string price = text(item, "price");
        Row row;
        row.line = line_;
        row.order = id;
        row.product = product;
        row.title = title;
        row.quantity = quantity;
        row.price = price;
        row.timestamp = timestamp;
        row.customer = customer;
        row.currency = currency;
        orders_.add(row);
    };
    std::vector<std::string> kept;
    for (const std::string& name : orders_.kept_columns())
        kept.push_back(text(order, name.c_str()));
    orders_.set_kept(std::vector<std::string_view>(kept.begin(), kept.end()));
    const auto items = order.find("items");
    if (items == order.end())
        return read_item(order);
    if (!items->is_array())
        orders_.fail(line_, "\"items\" is not a list");
    if (items->empty())
        return orders_.leave_out(line_, "no product id", id);
    for (const json& item : *items)
        read_item(item);
}

}  // namespace goeswith
