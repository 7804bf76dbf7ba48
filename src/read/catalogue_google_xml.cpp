#include "read/catalogue_formats.h"
#include "read/google_item.h"
#include "read/text.h"
#include "read/xml_reader.h"

namespace goeswith {
namespace {

constexpr std::string_view kNamespace = "http://base.google.com/ns/1.0";

class GoogleXml : public PieceReader, private XmlHandler {
  public:
    GoogleXml(const std::string& file, CatalogueMerger& catalogue)
        : catalogue_(catalogue), xml_(file, *this) {}
    void feed(std::string_view bytes) override { xml_.feed(bytes); }
    void end() override {
        xml_.end();
        if (!had_item_)
            catalogue_.fail(1, "the XML has no <item> and no <entry>: it is no Merchant feed");
    }

  private:
    void open(std::string_view name, const Attributes& attributes, std::uint64_t line) override {
        ++depth_;
        for (const auto& [key, value] : attributes)
            if (key.substr(0, 6) == "xmlns:" && trimmed(value) == kNamespace)
                prefix_ = key.substr(6) + ':';
        if (item_depth_ == 0) {
            if (depth_ == 1 && (name == "html" || name == "HTML"))
                catalogue_.fail(line, "a web page, not a feed: is the address right?");
            if (name != "item" && name != "entry")
                return;
            item_depth_ = depth_;
            item_line_ = line;
            had_item_ = true;
            item_ = {};
            from_google_ = {};
        } else if (depth_ == item_depth_ + 1 && name == "link") {
            // Atom has its address in an attribute.
            const auto value_of = [&attributes](std::string_view wanted) {
                for (const auto& [key, value] : attributes)
                    if (key == wanted)
                        return std::string_view(value);
                return std::string_view{};
            };
            if (value_of("rel").empty() || value_of("rel") == "alternate")
                set("link", value_of("href"), false);
        }
    }

    void close(std::string_view name, std::string_view text) override {
        if (item_depth_ > 0 && depth_ == item_depth_) {
            add_google_item(item_, item_line_, catalogue_);
            item_depth_ = 0;
        } else if (item_depth_ > 0 && depth_ == item_depth_ + 1) {
            // Deeper ones, as the price of a parcel, are not the product's.
            if (name.substr(0, prefix_.size()) == prefix_)
                set(name.substr(prefix_.size()), text, true);
            else
                set(name, text, false);
        }
        --depth_;
    }

    /// Google's own attribute wins over one of RSS or Atom with the same name.
    void set(std::string_view name, std::string_view text, bool google) {
        std::string key(name);
        std::erase(key, '_');
        text = trimmed(text);
        for (std::size_t i = 0; i < kGoogleFields && !text.empty(); ++i)
            if (google_name(static_cast<GoogleField>(i)) == key && (google || !from_google_[i])) {
                item_[i] = text;
                from_google_[i] = google;
            }
    }

    CatalogueMerger& catalogue_;
    XmlReader xml_;
    std::string prefix_ = "g:";
    std::size_t depth_ = 0;
    std::size_t item_depth_ = 0;  // 0: in none
    std::uint64_t item_line_ = 0;
    bool had_item_ = false;
    GoogleItem item_;
    std::array<bool, kGoogleFields> from_google_{};
};

}  // namespace

std::unique_ptr<PieceReader> open_google_xml(const std::string& file, CatalogueMerger& catalogue) {
    return std::make_unique<GoogleXml>(file, catalogue);
}

}  // namespace goeswith
