#include "read/cart.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "read/currency.h"
#include "read/data_error.h"

namespace goeswith {
namespace {

using Json = nlohmann::json;

class CartReader {
  public:
    explicit CartReader(std::string_view file) : file_(file) {}

    CartFile read(std::string_view text) {
        const Json root = Json::parse(text, nullptr, false);
        if (!root.is_object())
            fail("a cart is a JSON object: { \"currency\": \"EUR\", \"lines\": [ ... ] }");
        CartFile cart;
        cart.currency = root.value("currency", Json("")).is_string()
                            ? root.value("currency", std::string())
                            : std::string();
        if (!is_currency(cart.currency))
            fail("\"currency\" is not a currency code such as \"EUR\"");
        cart.exponent = static_cast<int>(whole(root, "exponent", exponent_of(cart.currency)));
        if (cart.exponent > 4)
            fail("\"exponent\" is the number of decimals of the currency, 0 to 4");
        cart.discounts_minor = whole(root, "discountMinor", 0);
        if (const Json tax = root.value("taxIncluded", Json()); tax.is_boolean())
            cart.tax_included = tax.get<bool>();
        if (const Json country = root.value("country", Json()); country.is_string())
            cart.country = country;
        cart.needs_shipping = root.value("needsShipping", Json()) != false;
        if (const Json verdict = root.value("freeShippingNow", Json()); verdict.is_boolean())
            cart.free_shipping_now = verdict.get<bool>();
        const Json lines = root.value("lines", Json());
        if (!lines.is_array())
            fail("\"lines\" is not a list");
        for (const Json& line : lines) {
            if (!line.is_object())
                fail("a line of \"lines\" is not an object");
            CartFile::Line read;
            for (const char* key : {"sku", "variantId", "productId", "handle"})
                if (const Json id = line.value(key, Json()); id.is_string() && id != "")
                    read.ids.push_back(id);
            read.amount_minor = whole(line, "lineMinor", std::nullopt);
            if (line.contains("taxMinor") && !line["taxMinor"].is_null())
                read.tax_minor = whole(line, "taxMinor", std::nullopt);
            read.quantity = static_cast<std::uint32_t>(std::min<std::int64_t>(
                whole(line, "qty", 1), std::numeric_limits<std::uint32_t>::max()));
            read.shippable = line.value("shippable", Json()) != false;
            read.gift_card = line.value("giftCard", Json()) == true;
            read.reward = line.value("reward", Json()) == true;
            cart.lines.push_back(std::move(read));
        }
        return cart;
    }

  private:
    [[noreturn]] void fail(const std::string& what) const { throw DataError(file_, 0, what); }

    std::int64_t whole(const Json& object, const char* key,
                       std::optional<std::int64_t> otherwise) const {
        const Json value = object.value(key, Json());
        if (value.is_null() && otherwise)
            return *otherwise;
        if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
            fail("\"" + std::string(key) + "\" is not a whole number, 0 or above");
        return value.get<std::int64_t>();
    }

    std::string_view file_;
};

}  // namespace

CartFile read_cart(std::string_view text, std::string_view file) {
    return CartReader(file).read(text);
}

}  // namespace goeswith
