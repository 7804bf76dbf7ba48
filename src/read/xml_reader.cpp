#include "read/xml_reader.h"

#include <algorithm>

#include "read/csv.h"
#include "read/data_error.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::size_t kMostDepth = 64;
constexpr std::string_view kSpaces = " \t\r\n";

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

bool ends(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

/// Letters, digits and what else stands in the names of feeds; every byte beyond ASCII is a letter.
bool is_name(std::string_view name) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    const auto fits = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), fits);
}

/// The character of "#38" or "#x26"; 0 where it is none that XML allows.
unsigned long numbered_character(std::string_view digits) {
    const bool hex = begins(digits, "#x");
    digits.remove_prefix(hex ? 2 : 1);
    unsigned long code = 0;
    for (const char c : digits) {
        unsigned long digit = 99;
        if (c >= '0' && c <= '9')
            digit = static_cast<unsigned long>(c - '0');
        else if (hex && c >= 'a' && c <= 'f')
            digit = static_cast<unsigned long>(c - 'a' + 10);
        else if (hex && c >= 'A' && c <= 'F')
            digit = static_cast<unsigned long>(c - 'A' + 10);
        if (digit == 99)
            return 0;
        code = code * (hex ? 16 : 10) + digit;
        if (code > 0x10FFFF)
            return 0;
    }
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    const bool is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    return is_surrogate || is_control ? 0 : code;
}

}  // namespace

XmlReader::XmlReader(std::string file, XmlHandler& handler)
    : file_(std::move(file)), handler_(handler) {}

void XmlReader::feed(std::string_view bytes) {
    for (const char c : bytes)
        take(c);
}

void XmlReader::take(char c) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes_ < kMark.size() && c == kMark[bytes_]) {
        ++bytes_;
        return;
    }
    bytes_ = kMark.size();
    if (c == '\0')
        fail("a NUL byte: the file is not text in UTF-8 or Windows-1252");
    line_ += c == '\n';
    if (!in_markup_) {
        if (c == '<') {
            in_markup_ = true;
            markup_line_ = line_;
            append_text(without_entities(raw_));
            raw_.clear();
            return;
        }
        raw_.push_back(c);
        if (raw_.size() > kMaxRecordBytes)
            fail("a text is longer than 4 MiB");
        return;
    }
    markup_.push_back(c);
    if (markup_.size() > kMaxRecordBytes)
        fail("a tag or a comment is not closed within 4 MiB");
    const bool is_tag = markup_[0] != '!' && markup_[0] != '?';
    if (is_tag && quote_ != 0)
        quote_ = c == quote_ ? '\0' : quote_;
    else if (is_tag && (c == '"' || c == '\''))
        quote_ = c;
    else if (is_tag && c == '<')
        fail("a < within a tag: write it as &lt; where it is text");
    else if (c == '>' && markup_is_whole()) {
        read_markup();
        markup_.clear();
        in_markup_ = false;
    } else if (markup_[0] == '!' && markup_.size() == 8 && !begins(markup_, "![CDATA[") &&
               !begins(markup_, "!--")) {
        fail("a DOCTYPE: a feed has none, and what it declares is not read");
    }
}

bool XmlReader::markup_is_whole() const {
    if (begins(markup_, "!--"))
        return markup_.size() >= 6 && ends(markup_, "-->");
    if (begins(markup_, "![CDATA["))
        return ends(markup_, "]]>");
    return markup_[0] != '?' || ends(markup_, "?>");
}

void XmlReader::read_markup() {
    std::string_view markup(markup_);
    markup.remove_suffix(1);  // the >
    if (markup.empty())
        fail("<> is no tag: write < as &lt; where it is text");
    if (begins(markup, "![CDATA["))
        return append_text(markup.substr(8, markup.size() - 10));
    if (markup[0] == '?' || begins(markup, "!--"))
        return;
    if (markup[0] == '!')
        fail("a DOCTYPE: a feed has none, and what it declares is not read");
    if (markup[0] == '/')
        return close_element(trimmed(markup.substr(1)));
    const bool closed = ends(markup, "/");
    if (closed)
        markup.remove_suffix(1);
    open_element(markup);
    if (closed)
        close_element(std::string(open_.back()));
}

void XmlReader::open_element(std::string_view tag) {
    const std::size_t end = std::min(tag.find_first_of(kSpaces), tag.size());
    const std::string_view name = tag.substr(0, end);
    if (!is_name(name))
        fail("<" + std::string(name.substr(0, 40)) +
             " is no tag: write < as &lt; where it is text");
    if (open_.empty() && had_root_)
        fail("a second element beside the first: the file holds two feeds, or more");
    if (open_.size() == kMostDepth)
        fail("elements lie more than 64 deep");
    had_root_ = true;
    read_attributes(tag.substr(end));
    open_.emplace_back(name);
    text_.clear();
    handler_.open(name, attributes_, markup_line_);
}

void XmlReader::read_attributes(std::string_view rest) {
    attributes_.clear();
    for (rest = trimmed(rest); !rest.empty(); rest = trimmed(rest)) {
        const std::size_t sign = rest.find('=');
        const std::string_view name = trimmed(rest.substr(0, sign));
        if (sign == std::string_view::npos || !is_name(name))
            fail("an attribute without a value, or a name that is none");
        rest = trimmed(rest.substr(sign + 1));
        const std::size_t close = rest.empty() || (rest[0] != '"' && rest[0] != '\'')
                                      ? std::string_view::npos
                                      : rest.find(rest[0], 1);
        if (close == std::string_view::npos)
            fail("the value of " + std::string(name) + " is not in quotation marks");
        attributes_.emplace_back(name, without_entities(rest.substr(1, close - 1)));
        rest.remove_prefix(close + 1);
    }
}

void XmlReader::close_element(std::string_view name) {
    if (open_.empty() || open_.back() != name)
        fail("</" + std::string(name.substr(0, 40)) + "> closes " +
             (open_.empty() ? "nothing" : "<" + open_.back() + ">"));
    handler_.close(name, text_);
    open_.pop_back();
    text_.clear();
}

void XmlReader::append_text(std::string_view text) {
    if (open_.empty()) {
        if (!trimmed(text).empty())
            fail("text outside of any element: the file is no XML");
        return;
    }
    text_.append(text);
    if (text_.size() > kMaxRecordBytes)
        fail("a text is longer than 4 MiB");
}

std::string XmlReader::without_entities(std::string_view text) const {
    constexpr std::pair<std::string_view, char> kEntities[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    constexpr std::size_t kLongest = 10;
    std::string out;
    while (!text.empty()) {
        const std::size_t sign = std::min(text.find('&'), text.size());
        out.append(text.substr(0, sign));
        text.remove_prefix(sign);
        if (text.empty())
            break;
        const std::size_t end = text.substr(0, kLongest + 2).find(';');
        const std::string_view name =
            end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
        const auto* known =
            std::find_if(std::begin(kEntities), std::end(kEntities),
                         [name](const auto& entity) { return entity.first == name; });
        if (known != std::end(kEntities))
            out.push_back(known->second);
        else if (const unsigned long code = begins(name, "#") ? numbered_character(name) : 0)
            append_utf8(static_cast<unsigned>(code), out);
        else
            fail(quoted(text.substr(0, std::min<std::size_t>(text.size(), 12))) +
                 " begins no entity of XML: write & as &amp;");
        text.remove_prefix(end + 1);
    }
    return out;
}

void XmlReader::end() {
    if (in_markup_)
        fail("the file ends within a tag: it is cut off");
    append_text(without_entities(raw_));
    raw_.clear();
    if (!open_.empty())
        fail("the file ends within <" + open_.back() + ">: it is cut off");
    if (!had_root_)
        fail("the file has no element: it is no XML");
}

void XmlReader::fail(std::string_view what) const {
    throw DataError(file_, in_markup_ ? markup_line_ : line_, what);
}

}  // namespace goeswith
