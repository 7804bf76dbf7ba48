#include "cli/table.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace goeswith {
namespace {

// UTF-8 characters begin with every byte but a continuation byte.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

}  // namespace

void Table::print(std::ostream& out) const {
    std::vector<std::vector<std::string>> rows = rows_;
    std::vector<bool> right(rows[0].size(), false);
    std::vector<std::size_t> widths(rows[0].size(), 0);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (rows[0][column].starts_with('>')) {
            right[column] = true;
            rows[0][column].erase(0, 1);
        }
        for (const auto& row : rows)
            widths[column] = std::max(widths[column], width_of(row[column]));
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const std::string padding(widths[column] - width_of(row[column]), ' ');
            line += right[column] ? padding + row[column] : row[column] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

std::string decimals(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

}  // namespace goeswith
