#include "read/formats.h"

#include "read/json_lines.h"

namespace goeswith {
namespace {

constexpr TableFormat kTableFormats[] = {
    {"online-retail", "Invoice and StockCode", fits_online_retail, open_online_retail},
    {"canonical", "order_id and product_id", fits_canonical, open_canonical},
    {"baskets", "", fits_baskets, open_baskets},
};

}  // namespace

std::span<const TableFormat> table_formats() {
    return kTableFormats;
}

std::string format_names() {
    std::string names;
    for (const TableFormat& format : kTableFormats)
        names += std::string(format.name) + ", ";
    return names + std::string(kJsonLines);
}

}  // namespace goeswith
