#include "read/json_lines.h"

#include <nlohmann/json.hpp>

#include "read/csv.h"
#include "read/text.h"

namespace goeswith {

using nlohmann::json;

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

JsonLinesReader::JsonLinesReader(std::string_view forced_format, OrderBuilder& orders)
    : forced_format_(forced_format), orders_(orders) {}

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
        if (format_ == nullptr)
            choose(value);
        format_->read(value, line_, orders_);
    }
    text_.clear();
    ++line_;
}

void JsonLinesReader::choose(const json& first) {
    for (const JsonFormat& format : json_formats())
        if (forced_format_.empty() ? format.fits(first) : format.name == forced_format_) {
            format_ = &format;
            return orders_.name_format(format.name);
        }
    orders_.fail(line_,
                 "the object is neither an order nor an event: it has no \"order_id\", no "
                 "\"items\" and no \"event_name\"");
}

}  // namespace goeswith
