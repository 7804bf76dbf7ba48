#include "read/catalogue_formats.h"

namespace goeswith {
namespace {

constexpr CatalogueFormat kFormats[] = {
    {"shopify-products", fits_shopify_products, open_shopify_products},
    {"woocommerce-products", fits_woocommerce_products, open_woocommerce_products},
    {"google", fits_google, open_google},
    {"catalogue", fits_plain_catalogue, open_plain_catalogue},
};

}  // namespace

std::span<const CatalogueFormat> catalogue_formats() {
    return kFormats;
}

}  // namespace goeswith
