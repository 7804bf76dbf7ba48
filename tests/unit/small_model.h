#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "model/writer.h"

namespace goeswith::test {

/// A model made by hand, with its bytes.
struct SmallModel {
    explicit SmallModel(const ModelContent& content) : bytes(write_model(content)) {
        const OpenResult opened = open_model(bytes);
        status = opened.status;
        model = opened.model;
    }
    std::vector<unsigned char> bytes;
    Model model;
    Status status = Status::ok;
};

/// Products "P0", "P1", ... by popularity, without neighbours and without prices.
inline ModelContent products(std::size_t count) {
    ModelContent content;
    content.rows.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        content.ids.push_back("P" + std::to_string(i));
    return content;
}

/// Five products: 0 goes with 1 (strong), 2 (weak) and 3 (against); 1 goes with 2.
inline ModelContent five_products() {
    ModelContent content = products(5);
    content.rows[0] = {{1, 0.8f, 40}, {2, 0.2f, 5}, {3, -0.5f, 60}};
    content.rows[1] = {{0, 0.8f, 40}, {2, 0.4f, 12}};
    content.rows[2] = {{1, 0.4f, 12}};
    content.titles = {"Coffee", "Filters", "Descaler", "Tea", "Mug"};
    content.prices = {1290, 390, 650, 490, 1500};
    content.currency = "EUR";
    return content;
}

}  // namespace goeswith::test
