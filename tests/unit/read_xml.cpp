#include "read/xml_reader.h"

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

/// What is heard, as "(name key=value" and ")text".
class Listener : public XmlHandler {
  public:
    std::string heard;
    void open(std::string_view name, const Attributes& attributes, std::uint64_t) override {
        heard.append("(").append(name);
        for (const auto& [key, value] : attributes)
            heard += ' ' + key + '=' + value;
    }
    void close(std::string_view, std::string_view text) override { heard.append(")").append(text); }
};

std::string heard_of(std::string_view text, std::size_t cut = 0) {
    Listener listener;
    XmlReader reader("feed.xml", listener);
    reader.feed(text.substr(0, cut));
    reader.feed(text.substr(cut));
    reader.end();
    return listener.heard;
}

std::string fault_of_xml(std::string_view text) {
    try {
        heard_of(text);
    } catch (const DataError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("elements, attributes, text, CDATA and entities are heard, wherever the file is cut") {
    const std::string text =
        "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- > <a> -->\n<a x = \"1 > 0 &amp; 'so'\" y='\"'>"
        "<b/>t &lt;&#65;&#x20AC;&#128293; <![CDATA[<&amp;]] >]]>!<g:c.d-1\n></g:c.d-1 ></a>\n";
    const std::string heard = "(a x=1 > 0 & 'so' y=\"(b)(g:c.d-1))";
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        if (heard_of(text, cut) != heard)
            FAIL("cut at " << cut << ": " << heard_of(text, cut));
    CHECK(heard_of("<a>t &lt;&#65;&#x20AC;&#128293; <![CDATA[<&amp;]] >]]>!</a>") ==
          "(a)t <A€🔥 <&amp;]] >!");
}

TEST_CASE("a feed that means ill is refused before it costs anything") {
    const std::string bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\n"
        "<rss>&b;</rss>";
    CHECK(fault_of_xml(bomb) ==
          "feed.xml:2: a DOCTYPE: a feed has none, and what it declares is not read");
    CHECK(fault_of_xml("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") ==
          "feed.xml:1: a DOCTYPE: a feed has none, and what it declares is not read");
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "<a>";
    CHECK(fault_of_xml(deep) == "feed.xml:1: elements lie more than 64 deep");
    const std::string much(5'000'000, 'x');
    CHECK(fault_of_xml("<a>\n" + much) == "feed.xml:2: a text is longer than 4 MiB");
    CHECK(fault_of_xml("<a>\n<" + much) ==
          "feed.xml:2: a tag or a comment is not closed within 4 MiB");
    CHECK(fault_of_xml("<a>\n<!--" + much) ==
          "feed.xml:2: a tag or a comment is not closed within 4 MiB");
    std::string many = "<a>";
    for (int i = 0; i < 5; ++i)
        many += "<![CDATA[" + std::string(1'000'000, 'x') + "]]>";
    CHECK(fault_of_xml(many) == "feed.xml:1: a text is longer than 4 MiB");
}

TEST_CASE("XML that is not well formed is a fault with its line") {
    CHECK(fault_of_xml("<a>\n<b>\n</a>") == "feed.xml:3: </a> closes <b>");
    CHECK(fault_of_xml("</a>") == "feed.xml:1: </a> closes nothing");
    CHECK(fault_of_xml("<a>\n<b></b>") == "feed.xml:2: the file ends within <a>: it is cut off");
    CHECK(fault_of_xml("<a>\n<b") == "feed.xml:2: the file ends within a tag: it is cut off");
    CHECK(fault_of_xml("<a/><b/>") ==
          "feed.xml:1: a second element beside the first: the file holds two feeds, or more");
    CHECK(fault_of_xml("<a/>\nmore") ==
          "feed.xml:2: text outside of any element: the file is no XML");
    CHECK(fault_of_xml("<a>cups & more</a>") ==
          "feed.xml:1: \"& more\" begins no entity of XML: write & as &amp;");
    CHECK(fault_of_xml("<a>&nbsp;</a>") ==
          "feed.xml:1: \"&nbsp;\" begins no entity of XML: write & as &amp;");
    for (const char* none :
         {"&#0;", "&#xD800;", "&#x110000;", "&#;", "&#x;", "&#1a;", "&;", "&#11;"})
        CHECK(fault_of_xml("<a>" + std::string(none) + "</a>").find("begins no entity") !=
              std::string::npos);
    CHECK(fault_of_xml("<a>1 < 2</a>") ==
          "feed.xml:1: a < within a tag: write it as &lt; where it is text");
    CHECK(fault_of_xml("<a><></a>").find("write < as &lt;") != std::string::npos);
    CHECK(fault_of_xml("<a b></a>") ==
          "feed.xml:1: an attribute without a value, or a name that is none");
    CHECK(fault_of_xml("<a b=c></a>") == "feed.xml:1: the value of b is not in quotation marks");
    CHECK(fault_of_xml("<!-- nothing -->") == "feed.xml:1: the file has no element: it is no XML");
    CHECK(fault_of_xml(std::string("<a>\0</a>", 8)) ==
          "feed.xml:1: a NUL byte: the file is not text in UTF-8 or Windows-1252");
}
