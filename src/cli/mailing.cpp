#include "cli/mailing.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "read/data_error.h"
#include "read/text.h"

namespace goeswith {
namespace {

std::string csv(std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(field);
    std::string quoted = "\"";
    for (const char c : field)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string html(std::string_view text) {
    std::string escaped;
    for (const char c : text)
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    return escaped;
}

}  // namespace

void write_mailing(Offers& offers, const OrdersOptions& input, const std::string& customer,
                   std::ostream& out) {
    constexpr std::int64_t kSecondsADay = 86400;
    const Orders orders = input.read({customer});
    tell_left_out(orders.report);
    const ModelText& file = offers.file();
    const KeptColumn& column = orders.kept[0];
    std::map<std::uint32_t, std::vector<std::uint32_t>> orders_of;  // by first sight
    for (std::uint32_t order = 0; order < orders.size(); ++order)
        if (column.value_of[order] != 0)
            orders_of[column.value_of[order]].push_back(order);
    if (orders_of.empty())
        throw DataError(input.orders.front(), 0,
                        "no order names a customer in the column " + customer);

    const auto numbers_of = [&](std::uint32_t order) {
        std::vector<ProductId> numbers;
        for (const std::uint32_t product : orders.basket(order))
            if (ProductId number; file.find(orders.products[product].id, number))
                numbers.push_back(number);
        return numbers;
    };
    const auto urls = lines_of(file.model().text(Section::urls));
    const auto images = lines_of(file.model().text(Section::images));
    const auto line = [](const std::vector<std::string_view>& lines, ProductId product) {
        return product < lines.size() ? lines[product] : std::string_view();
    };
    out << "customer";
    for (std::size_t n = 1; n <= offers.top(); ++n)
        for (const char* what : {"id", "title", "url", "image", "reason"})
            out << ",offer_" << n << '_' << what;
    out << '\n';
    const std::int64_t today = std::int64_t{offers.day()} * kSecondsADay;
    for (auto& [value, own] : orders_of) {
        std::stable_sort(own.begin(), own.end(), [&](std::uint32_t a, std::uint32_t b) {
            return orders.time[a] > orders.time[b];
        });
        std::vector<Bought> bought;
        for (std::uint32_t ago = 0; ago < own.size(); ++ago) {
            const std::int64_t time = orders.time[own[ago]];
            const auto days = time == kNoTime || time > today ? 0 : (today - time) / kSecondsADay;
            for (const ProductId number : numbers_of(own[ago]))
                bought.push_back({number, ago, static_cast<std::uint32_t>(days)});
        }
        offers.set_bought(std::move(bought));
        const std::vector<Offer> row = offers.row(numbers_of(own.front()));
        if (row.empty())
            continue;
        out << csv(column.values[value]);
        for (std::size_t n = 0; n < offers.top(); ++n) {
            if (n >= row.size()) {
                out << ",,,,,";
                continue;
            }
            const ProductId product = row[n].product;
            out << ',' << csv(file.id(product)) << ',' << csv(file.title(product)) << ','
                << csv(line(urls, product)) << ',' << csv(line(images, product)) << ','
                << name_of(row[n].reason);
        }
        out << '\n';
    }
}

void write_till_list(Offers& offers, std::size_t products, std::ostream& out) {
    const ModelText& file = offers.file();
    out << "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Offer with</title>\n"
           "<style>body{font:11px/1.35 system-ui,sans-serif;margin:1.5cm}h1{font-size:16px}"
           "dl{columns:2;column-gap:1cm;margin:0}div{break-inside:avoid;margin-bottom:6px}"
           "dt{font-weight:600}dd{margin:0 0 0 1em}@page{size:A4;margin:1cm}"
           "@media print{body{margin:0}}</style>\n<h1>Offer with</h1>\n<dl>\n";
    std::size_t written = 0;
    for (ProductId product = 0; product < file.model().products() && written < products;
         ++product) {
        std::string with;
        for (const Offer& offer : offers.row({product}))
            if (offer.reason == Reason::together || offer.reason == Reason::picked)
                with += "<dd>" + html(file.title(offer.product)) + " <small>" +
                        html(file.price(offer.product)) + "</small></dd>";
        if (with.empty())
            continue;
        out << "<div><dt>" << html(file.title(product)) << "</dt>" << with << "</div>\n";
        ++written;
    }
    out << "</dl>\n</html>\n";
}

}  // namespace goeswith
