#include <nlohmann/json.hpp>

#include "read/catalogue_formats.h"
#include "read/csv.h"
#include "read/currency.h"
#include "read/numbers.h"
#include "read/text.h"

namespace goeswith {
namespace {

using nlohmann::json;

/// Reads the products of a feed one by one: only one is in memory, however long the list.
class Acp : public PieceReader {
  public:
    explicit Acp(CatalogueMerger& catalogue) : catalogue_(catalogue) {}

    void feed(std::string_view bytes) override {
        for (const char c : bytes)
            take(c);
    }

    void end() override {
        if (depth_ > 0)
            catalogue_.fail(line_, "the JSON ends in the middle: the file is cut off");
        if (list_depth_ == 0)
            catalogue_.fail(1, "the JSON has no list of \"products\"");
    }

  private:
    /// Follows brackets and texts; what is between them is looked at product by product.
    void take(char c) {
        line_ += c == '\n';
        const bool in_product = !product_.empty();
        if (in_product)
            product_.push_back(c);
        if (product_.size() > kMaxRecordBytes)
            catalogue_.fail(product_line_, "the product is longer than 4 MiB");
        if (in_text_) {
            if (!escaped_ && c == '"')
                in_text_ = false;
            else if (depth_ == 1 && key_.size() < 20)
                key_.push_back(c);
            escaped_ = c == '\\' && !escaped_;
        } else if (c == '"') {
            in_text_ = true;
            if (depth_ == 1)
                key_.clear();
        } else if (c == '{' || c == '[') {
            open(c);
        } else if (c == '}' || c == ']') {
            close();
        }
    }

    void open(char c) {
        const bool is_list = c == '[' && (depth_ == 0 || (depth_ == 1 && key_ == "products"));
        if (list_depth_ == 0 && is_list) {
            list_depth_ = depth_ + 1;
            in_list_ = true;
        } else if (c == '{' && in_list_ && depth_ == list_depth_) {
            product_ = c;
            product_line_ = line_;
        }
        ++depth_;
    }

    void close() {
        if (depth_ == 0)
            catalogue_.fail(line_, "a bracket is closed that was not opened: the file is no JSON");
        --depth_;
        in_list_ = in_list_ && depth_ >= list_depth_;
        if (product_.empty() || depth_ != list_depth_)
            return;
        std::string room;
        const std::string_view bytes = clean(product_, room);
        const json product = json::parse(bytes, nullptr, false);
        if (!product.is_object())
            catalogue_.fail(product_line_, "not a JSON object: " + quoted(bytes));
        product_.clear();
        add(product);
    }

    /// Text, or a number as it is written; empty for anything else.
    static std::string text(const json& object, const char* key) {
        const auto at = object.find(key);
        if (at == object.end())
            return {};
        if (at->is_string())
            return at->get<std::string>();
        return at->is_number() ? at->dump() : std::string();
    }

    static const json& child(const json& object, const char* key) {
        static const json kNothing;
        const auto at = object.find(key);
        return at == object.end() ? kNothing : *at;
    }

    static std::string image_of(const json& object) {
        for (const json& medium : child(object, "media"))
            if (medium.is_object() && text(medium, "url") != "" &&
                (text(medium, "type").empty() || text(medium, "type") == "image"))
                return text(medium, "url");
        return {};
    }

    void add(const json& product) {
        const json& variants = child(product, "variants");
        if (!variants.is_array() || variants.empty())
            return add_variant(product, product, false);
        for (const json& variant : variants) {
            if (!variant.is_object())
                catalogue_.fail(product_line_, "a variant of the product is not a JSON object");
            add_variant(product, variant, variants.size() > 1);
        }
    }

    void add_variant(const json& product, const json& variant, bool of_several) {
        const auto own = [&](const char* key) {
            std::string word = text(variant, key);
            return word.empty() ? text(product, key) : word;
        };
        const std::string id = own("id"), sku = text(variant, "sku"), title = own("title"),
                          parent_title = text(product, "title"), url = own("url"),
                          brand = own("brand"), category = own("product_type"),
                          parent = text(product, "id");
        std::string image = image_of(variant);
        if (image.empty())
            image = image_of(product);
        CatalogueEntry entry;
        entry.line = product_line_;
        entry.id = id;
        entry.sku = sku;
        entry.title = title;
        entry.parent_title = parent_title;
        entry.url = url;
        entry.image = image;
        entry.brand = brand;
        entry.category = category;
        if (of_several)
            entry.parent = parent;
        std::string price, currency, availability;
        read_price(child(variant, "price"), price, currency);
        read_availability(child(variant, "availability"), availability);
        entry.price = price;
        entry.currency = currency;
        entry.availability = availability;
        catalogue_.add(entry);
    }

    /// Amounts are whole numbers of the currency's smallest unit.
    void read_price(const json& told, std::string& price, std::string& currency) const {
        if (told.is_null())
            return;
        if (!told.is_object() || !child(told, "amount").is_number_integer())
            catalogue_.fail(product_line_,
                            "the price is not an amount in whole minor units with a currency, such "
                            "as {\"amount\":2450,\"currency\":\"EUR\"}");
        currency = text(told, "currency");
        for (char& c : currency)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const auto amount = child(told, "amount").get<std::int64_t>();
        if (amount < 0)
            catalogue_.fail(product_line_, "the price is below zero");
        price = to_decimal(amount, exponent_of(currency));
    }

    static void read_availability(const json& told, std::string& availability) {
        if (told.is_string())
            availability = told.get<std::string>();
        if (!told.is_object())
            return;
        availability = text(told, "status");
        if (child(told, "available").is_boolean() && !child(told, "available").get<bool>())
            availability = "out_of_stock";
    }

    CatalogueMerger& catalogue_;
    std::uint64_t line_ = 1;
    std::uint64_t product_line_ = 1;
    std::size_t depth_ = 0;
    std::size_t list_depth_ = 0;  // of the list of products; 0 until it begins
    bool in_list_ = false;
    bool in_text_ = false;
    bool escaped_ = false;
    std::string key_;      // the last text in the outermost object
    std::string product_;  // the bytes of the product so far
};

}  // namespace

std::unique_ptr<PieceReader> open_acp(CatalogueMerger& catalogue) {
    return std::make_unique<Acp>(catalogue);
}

}  // namespace goeswith
