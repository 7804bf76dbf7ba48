#include "read/orders_reader.h"

#include <utility>

#include "read/data_error.h"
#include "read/formats.h"
#include "read/json_lines.h"
#include "read/kind.h"
#include "read/order_builder.h"
#include "read/table_reader.h"
#include "read/text.h"

namespace goeswith {
namespace {

bool is_json_format(std::string_view name) {
    for (const JsonFormat& format : json_formats())
        if (format.name == name)
            return true;
    return false;
}

bool is_format(std::string_view name) {
    if (name.empty() || is_json_format(name))
        return true;
    for (const TableFormat& format : table_formats())
        if (format.name == name)
            return true;
    return false;
}

}  // namespace

struct OrdersReader::State {
    ReadOptions options;
    OrderBuilder builder;
    std::string file;
    std::string head;  // bytes that do not tell yet what the file is
    std::unique_ptr<PieceReader> reader;

    std::string_view text_begin() const { return trimmed(without_mark(head)); }
    void choose_reader();
};

/// Objects or a table: the first byte that is no space tells.
void OrdersReader::State::choose_reader() {
    const std::string_view rest = text_begin();
    if (const std::string_view why = what_it_is_instead(head); !why.empty())
        builder.fail(1, why);
    const bool looks_like_json = !rest.empty() && rest[0] == '{';
    const bool json = options.format.empty() ? looks_like_json : is_json_format(options.format);
    if (json && options.columns != NamedColumns{})
        builder.fail(1, "JSON has no columns to name: --columns is for tables");
    if (options.format.empty() && !rest.empty() && rest[0] == '[')
        builder.fail(1, "a JSON list; one JSON object a line is expected");
    if (json)
        reader = std::make_unique<JsonLinesReader>(options.format, builder);
    else
        reader = std::make_unique<TableReader>(file, options, builder);
    reader->feed(std::exchange(head, {}));
}

OrdersReader::OrdersReader(ReadOptions options) : state_(std::make_unique<State>()) {
    if (!is_format(options.format))
        throw CallError("there is no format " + quoted(options.format) + "; there are " +
                        format_names());
    if (!options.format.empty() && options.columns != NamedColumns{})
        throw CallError("either a format or columns named by hand, not both");
    state_->options = std::move(options);
    if (state_->options.keep_amounts || !state_->options.keep.empty())
        state_->builder.keep(state_->options.keep);
}

OrdersReader::~OrdersReader() = default;
OrdersReader::OrdersReader(OrdersReader&&) noexcept = default;
OrdersReader& OrdersReader::operator=(OrdersReader&&) noexcept = default;

void OrdersReader::begin_file(std::string name) {
    state_->builder.begin_file(name);
    state_->file = std::move(name);
    state_->reader.reset();
    state_->head.clear();
}

void OrdersReader::feed(std::string_view bytes) {
    if (state_->reader)
        return state_->reader->feed(bytes);
    state_->head.append(bytes);
    const bool mark_is_whole = state_->head.size() >= kMarkBytes;
    if (mark_is_whole && !state_->text_begin().empty())
        state_->choose_reader();
}

void OrdersReader::end_file() {
    if (!state_->reader && state_->text_begin().empty())
        state_->builder.fail(1, "the file is empty");
    if (!state_->reader)
        state_->choose_reader();
    state_->reader->end();
    state_->reader.reset();
    state_->builder.end_file();
}

Orders OrdersReader::finish() {
    return std::exchange(state_->builder, {}).finish(state_->options.currency);
}

}  // namespace goeswith
