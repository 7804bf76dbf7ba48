#pragma once

#include "fuzz/orders.h"
#include "read/preview.h"

namespace goeswith::fuzz {

/// Orders of which some name products by SKU and some by name, as the seeds' catalogues have them.
inline Orders some_orders() {
    return read_text(
        "order_id,product_id,title\n1,MOKA-3,Moka\n1,Paper filters,Paper filters\n2,Mug,Mug\n"
        "2,MUG-W,Mug\n3,FILT-3,Paper filters\n");
}

/// All that the products are after a catalogue, or what is wrong with it, as one text.
inline std::string told_of_catalogue(std::string_view text, const std::vector<std::size_t>& cuts) {
    Orders orders = some_orders();
    try {
        add_catalogue(orders, text, cuts);
    } catch (const DataError& error) {
        return error.what();
    }
    check_orders(orders);
    for (const Product& product : orders.products) {
        for (const std::string* part :
             {&product.url, &product.image, &product.category, &product.brand, &product.parent})
            check_text(*part);
        require(product.margin_percent >= -1 && product.margin_percent <= 100,
                "a margin is a percentage");
    }
    return picture_of(orders);
}

/// Reads a catalogue whole and in two pieces over the same orders, and looks at its beginning.
inline void fuzz_catalogue(Bytes bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::size_t cut = adler32(bytes) % (text.size() + 1);
    require(told_of_catalogue(text, {}) == told_of_catalogue(text, {cut}),
            "where the cut lies makes no difference");
    const Preview seen = preview(text.substr(0, cut));
    require((seen.kind == Preview::Kind::unknown) == !seen.problem.empty(),
            "a preview knows what a file is, or says why not");
    for (const std::string& name : seen.header)
        check_text(name);
}

}  // namespace goeswith::fuzz
