#include "read/preview.h"

#include <nlohmann/json.hpp>

#include "read/catalogue_formats.h"
#include "read/csv.h"
#include "read/data_error.h"
#include "read/formats.h"
#include "read/kind.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::size_t kRows = 5;

std::vector<std::string> cells_of(const Record& record) {
    std::vector<std::string> cells;
    std::string room;
    for (const std::string_view field : record.fields)
        cells.emplace_back(clean(field, room));
    return cells;
}

/// Names the format by the header, and lets the columns be named where none fits.
void look_at_header(const Header& header, Preview& out) {
    const auto take = [&out](Preview::Kind kind, std::string_view format) {
        out.kind = kind;
        out.format = format;
    };
    for (std::size_t i = 0; i < kColumns; ++i)
        if (const int at = header.find(static_cast<Column>(i)); at >= 0)
            out.columns[i] = header.fields()[static_cast<std::size_t>(at)];
    for (const TableFormat& format : table_formats())
        if (!format.needs.empty() && format.fits(header))
            return take(Preview::Kind::orders, format.name);
    for (const CatalogueFormat& format : catalogue_formats())
        if (format.open != open_plain_catalogue && format.fits(header))
            return take(Preview::Kind::catalogue, format.name);
    const bool describes = header.find(Column::title) >= 0 || header.find(Column::price) >= 0;
    for (const CatalogueFormat& format : catalogue_formats())
        if (describes && format.fits(header))
            return take(Preview::Kind::catalogue, format.name);
    if (!fits_baskets(header))
        return take(Preview::Kind::table, {});
    take(Preview::Kind::orders, "baskets");
    out.rows.push_back(std::move(out.header));
    out.header.clear();
}

void look_at_table(std::string_view bytes, Preview& out) {
    CsvReader csv({}, [&out](const Record& record) {
        if (out.header.empty() && out.rows.empty()) {
            out.header = cells_of(record);
            look_at_header(Header(record.fields), out);
        } else if (out.rows.size() < kRows) {
            out.rows.push_back(cells_of(record));
        }
    });
    csv.feed(bytes);
    // A last line that may be cut is none; a header may be all that there is.
    if (out.kind == Preview::Kind::unknown)
        csv.end();
}

void look_at_json(std::string_view text, Preview& out) {
    const auto line = text.substr(0, text.find('\n'));
    const auto first = nlohmann::json::parse(line, nullptr, false);
    if (first.is_object())
        for (const JsonFormat& format : json_formats())
            if (format.fits(first)) {
                out.kind = Preview::Kind::orders;
                out.format = format.name;
                return;
            }
    if (text.find("\"variants\"") != std::string_view::npos ||
        text.find("\"products\"") != std::string_view::npos) {
        out.kind = Preview::Kind::catalogue;
        out.format = "acp";
        return;
    }
    out.problem = "JSON that holds neither one order a line nor a feed of products";
}

void look_at_xml(std::string_view text, Preview& out) {
    const auto holds = [text](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    };
    if (holds("<rss") || holds("<feed") || holds("<entry") || holds("<item")) {
        out.kind = Preview::Kind::catalogue;
        out.format = "google-xml";
        return;
    }
    out.problem = "a web page or XML that is no Merchant feed";
}

}  // namespace

Preview preview(std::string_view first_bytes) {
    Preview out;
    out.problem = what_it_is_instead(first_bytes);
    const std::string_view text = trimmed(without_mark(first_bytes));
    if (!out.problem.empty())
        return out;
    if (text.empty()) {
        out.problem = "the file is empty";
        return out;
    }
    try {
        if (text[0] == '<')
            look_at_xml(text, out);
        else if (text[0] == '{' || text[0] == '[')
            look_at_json(text, out);
        else
            look_at_table(without_mark(first_bytes), out);
    } catch (const DataError& error) {
        // A fault below lines that were understood is told, with its line, when the file is read.
        if (out.kind == Preview::Kind::unknown)
            out.problem = "line " + std::string(error.what()).substr(1);
    }
    if (out.kind == Preview::Kind::unknown && out.problem.empty())
        out.problem = "the file has no line that tells anything";
    return out;
}

std::string written_columns(const NamedColumns& columns) {
    std::string text;
    for (std::size_t i = 0; i < kColumns; ++i)
        if (!columns[i].empty())
            text += (text.empty() ? "" : ",") + std::string(word_of(static_cast<Column>(i))) + '=' +
                    columns[i];
    return text;
}

}  // namespace goeswith
