#include "read/formats.h"

#include "read/orders_reader.h"

namespace goeswith {
namespace {

constexpr TableFormat kTableFormats[] = {
    {"shopify", "Name, Lineitem name and Lineitem quantity", fits_shopify, open_shopify},
    {"matrixify", "Name, Line: Type and Line: Quantity", fits_matrixify, open_matrixify},
    {"woocommerce", "Order # and Product(s)", fits_woocommerce, open_woocommerce},
    {"woocommerce-items", "Order Number, Order Status and Item Name", fits_woocommerce_items,
     open_woocommerce_items},
    {"prestashop", "id_order and product_id", fits_prestashop, open_prestashop},
    {"magento", "order_id, product_id and qty_ordered", fits_magento, open_magento},
    {"online-retail", "Invoice and StockCode", fits_online_retail, open_online_retail},
    {"canonical", "order_id and product_id", fits_canonical, open_canonical},
    {"baskets", "", fits_baskets, open_baskets},
};

constexpr JsonFormat kJsonFormats[] = {
    {"ga4", fits_ga4, read_ga4},
    {"jsonl", fits_json_orders, read_json_order},
};

}  // namespace

std::span<const TableFormat> table_formats() {
    return kTableFormats;
}

std::span<const JsonFormat> json_formats() {
    return kJsonFormats;
}

std::string format_names() {
    std::string names;
    for (const TableFormat& format : kTableFormats)
        names += std::string(format.name) + ", ";
    for (const JsonFormat& format : kJsonFormats)
        names += (&format == kJsonFormats ? "" : ", ") + std::string(format.name);
    return names;
}

}  // namespace goeswith
