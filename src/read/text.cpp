#include "read/text.h"

#include <cstddef>
#include <cstdint>

namespace goeswith {
namespace {

// The 32 places in which Windows-1252 differs from Latin-1; 0 marks the five it does not use.
constexpr std::uint16_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

bool is_control(unsigned c) {
    return c < 0x20 || c == 0x7F;
}

bool is_plain(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (is_control(byte_at(text, i)) || byte_at(text, i) >= 0x80)
            return false;
    return true;
}

}  // namespace

void append_utf8(unsigned code, std::string& out) {
    const auto put = [&out](unsigned byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return bytes.substr(0, kMark.size()) == kMark ? bytes.substr(kMark.size()) : bytes;
}

void append_lower(std::string_view text, std::string& out) {
    for (const char c : text)
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned lead = byte_at(bytes, i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || length > bytes.size() - i)
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((byte_at(bytes, i + k) & 0xC0) != 0x80)
                return false;
        // Overlong forms, surrogates and what lies beyond U+10FFFF: RFC 3629, section 4.
        const unsigned second = byte_at(bytes, i + 1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        i += length;
    }
    return true;
}

std::string_view clean(std::string_view bytes, std::string& room) {
    bytes = trimmed(bytes);
    if (is_plain(bytes))
        return bytes;
    const bool utf8 = is_utf8(bytes);
    room.clear();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned c = byte_at(bytes, i);
        if (is_control(c))
            room.push_back(' ');
        else if (utf8 || c < 0x80)
            room.push_back(bytes[i]);
        else if (c >= 0xA0)
            append_utf8(c, room);
        else if (kWindows1252[c - 0x80] != 0)
            append_utf8(kWindows1252[c - 0x80], room);
        else
            append_utf8(0xFFFD, room);
    }
    return trimmed(room);
}

std::string_view told(std::string_view cell) {
    for (const std::string_view nothing :
         {"nan", "NaN", "null", "NULL", "None", "\\N", "(not set)"})
        if (cell == nothing)
            return {};
    return cell;
}

std::string_view first_told(std::initializer_list<std::string_view> cells) {
    for (const std::string_view cell : cells)
        if (const std::string_view text = told(cell); !text.empty())
            return text;
    return {};
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 60;
    std::string room;
    text = clean(text, room);
    if (text.size() <= kShown)
        return '"' + std::string(text) + '"';
    std::size_t cut = kShown;
    while ((byte_at(text, cut) & 0xC0) == 0x80)  // not inside a character
        --cut;
    return '"' + std::string(text.substr(0, cut)) + "...\"";
}

}  // namespace goeswith
