#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goeswith {

/// Hears what an XML file says, in its order. Names are as written, prefix included.
class XmlHandler {
  public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const Attributes& attributes, std::uint64_t line) = 0;
    /// `text`  all text of the element itself, CDATA included, that stands before its end or behind
    ///         the last element in it
    virtual void close(std::string_view name, std::string_view text) = 0;
};

/// Reads the XML that feeds are made of, in pieces cut anywhere: elements, attributes, text, CDATA,
/// the five entities of XML and numbered characters; comments and processing instructions are
/// skipped.
///
/// Safe with a file that means ill: a DOCTYPE is refused, so that there are no entities to expand
/// and no file to fetch; elements lie at most 64 deep; a text or a tag has at most 4 MiB. What is
/// not well formed throws `DataError` with its line. Holds one text and one tag.
class XmlReader {
  public:
    XmlReader(std::string file, XmlHandler& handler);
    void feed(std::string_view bytes);
    void end();

  private:
    void take(char c);
    bool markup_is_whole() const;
    void read_markup();
    void open_element(std::string_view tag);
    void close_element(std::string_view name);
    void append_text(std::string_view text);
    void read_attributes(std::string_view rest);
    std::string without_entities(std::string_view text) const;
    [[noreturn]] void fail(std::string_view what) const;

    std::string file_;
    XmlHandler& handler_;
    std::vector<std::string> open_;  // the elements that are not closed yet
    XmlHandler::Attributes attributes_;
    std::string raw_;     // text as it stands in the file, since the last markup
    std::string text_;    // of the element, decoded
    std::string markup_;  // what stands behind a < so far
    bool in_markup_ = false;
    bool had_root_ = false;
    char quote_ = 0;  // in a tag: the quotation mark that is open
    std::uint64_t line_ = 1;
    std::uint64_t markup_line_ = 1;
    std::size_t bytes_ = 0;
};

}  // namespace goeswith
