#include <ostream>

#include "read/catalogue.h"
#include "read/numbers.h"
#include "read/time.h"

namespace goeswith {
namespace {

/// RFC 4180: quotes around what would not come back the same without them.
void write_field(std::string_view text, std::ostream& out) {
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        if (c == '"')
            out << '"';
        out << c;
    }
    out << '"';
}

}  // namespace

void write_catalogue(const Orders& orders, std::ostream& out) {
    out << "id,title,url,image,price,currency,category,brand,first_seen,tags,parent,margin,"
           "availability\n";
    for (const Product& product : orders.products) {
        const bool priced = product.price_minor != kNoPrice;
        for (const std::string* text :
             {&product.id, &product.title, &product.url, &product.image}) {
            write_field(*text, out);
            out << ',';
        }
        out << (priced ? to_decimal(product.price_minor, orders.exponent) : "") << ','
            << (priced ? orders.currency : "") << ',';
        write_field(product.category, out);
        out << ',';
        write_field(product.brand, out);
        out << ',' << (product.first_seen == kNoTime ? "" : to_iso(product.first_seen)) << ',';
        std::string tags;
        for (const std::string& tag : product.tags)
            tags += (tags.empty() ? "" : ", ") + tag;
        write_field(tags, out);
        out << ',';
        write_field(product.parent, out);
        out << ',' << (product.margin_percent < 0 ? "" : std::to_string(product.margin_percent))
            << (product.for_sale ? "," : ",out_of_stock") << '\n';
    }
}

}  // namespace goeswith
