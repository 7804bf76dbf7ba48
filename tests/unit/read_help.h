#pragma once

#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/catalogue.h"
#include "read/data_error.h"
#include "read/orders.h"
#include "read/orders_reader.h"

namespace goeswith {

/// The orders of one file with this text, fed in pieces cut at these places.
inline Orders read_text(std::string_view text, const std::vector<std::size_t>& cuts = {},
                        const std::string& format = {}) {
    ReadOptions options;
    options.format = format;
    OrdersReader reader(std::move(options));
    reader.begin_file("orders.csv");
    std::size_t begin = 0;
    for (const std::size_t cut : cuts) {
        reader.feed(text.substr(begin, cut - begin));
        begin = cut;
    }
    reader.feed(text.substr(begin));
    reader.end_file();
    return reader.finish();
}

/// The content of a file in tests/data/read.
inline std::string sample(const std::string& name) {
    std::ifstream file(GOESWITH_TEST_DATA "/read/" + name, std::ios::binary);
    if (!file)
        throw std::runtime_error("there is no tests/data/read/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Adds a catalogue to orders, fed in pieces cut at these places.
inline void add_catalogue(Orders& orders, std::string_view text,
                          const std::vector<std::size_t>& cuts = {}) {
    CatalogueReader reader(orders);
    reader.begin_file("catalogue.csv");
    std::size_t begin = 0;
    for (const std::size_t cut : cuts) {
        reader.feed(text.substr(begin, cut - begin));
        begin = cut;
    }
    reader.feed(text.substr(begin));
    reader.end_file();
}

/// What the reader says is wrong with a catalogue; empty if it finds nothing.
inline std::string fault_of_catalogue(std::string_view text) {
    Orders orders;
    try {
        add_catalogue(orders, text);
    } catch (const DataError& error) {
        return error.what();
    }
    return {};
}

/// What the reader says is wrong with the text; empty if it finds nothing.
inline std::string fault_of(std::string_view text, const std::string& format = {}) {
    try {
        read_text(text, {}, format);
    } catch (const DataError& error) {
        return error.what();
    }
    return {};
}

/// The ids of an order's products, as "A B C".
inline std::string basket_of(const Orders& orders, std::size_t order) {
    std::string ids;
    for (const std::uint32_t product : orders.basket(order))
        ids += (ids.empty() ? "" : " ") + orders.products[product].id;
    return ids;
}

/// All that was read as one text, to compare.
inline std::string picture_of(const Orders& orders) {
    std::string text = orders.currency + '\n';
    for (const Product& product : orders.products)
        text += product.id + '|' + product.title + '|' + std::to_string(product.price_minor) + '|' +
                std::to_string(product.first_seen) + '\n';
    for (std::size_t order = 0; order < orders.size(); ++order)
        text += basket_of(orders, order) + '|' + std::to_string(orders.time[order]) + '|' +
                std::to_string(orders.customer[order]) + '\n';
    for (const LeftOut& some : orders.report.left_out)
        text += some.reason + '|' + std::to_string(some.lines) + '|' + some.example + '\n';
    for (const std::string& note : orders.report.notes)
        text += note + '\n';
    for (const Warning& warning : orders.report.warnings)
        text += warning.about + '|' + warning.text + '\n';
    return text;
}

}  // namespace goeswith
