#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "simulate/simulate.h"

/// An invented shop in memory, and its CSV cut into fields.
struct InventedShop {
    using Rows = std::vector<std::vector<std::string>>;

    std::string orders_text;
    std::string catalogue_text;
    goeswith::Simulated made;

    explicit InventedShop(const goeswith::SimulateOptions& options = {}) {
        std::ostringstream orders;
        std::ostringstream catalogue;
        made = goeswith::simulate(options, orders, catalogue);
        orders_text = orders.str();
        catalogue_text = catalogue.str();
    }

    Rows orders() const { return cut(orders_text); }
    Rows catalogue() const { return cut(catalogue_text); }

    /// The plain reading of RFC 4180, header included; a quote where none belongs stays as it is
    /// and so fails the tests that look at fields.
    static Rows cut(const std::string& text) {
        Rows rows;
        std::vector<std::string> row(1);
        bool is_quoted = false;
        for (const char c : text) {
            if (c == '"')
                is_quoted = !is_quoted;
            else if (c == ',' && !is_quoted)
                row.emplace_back();
            else if (c == '\n' && !is_quoted)
                rows.push_back(std::exchange(row, std::vector<std::string>(1)));
            else
                row.back() += c;
        }
        if (is_quoted || row != std::vector<std::string>(1))
            rows.push_back({"the last line does not end"});
        return rows;
    }
};
