#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/catalogue_merger.h"

namespace goeswith {

/// What an item of a Google Merchant feed tells, in a table or in XML; one item is one variant.
enum class GoogleField {
    id,
    title,
    link,
    image_link,
    price,
    sale_price,
    sale_price_effective_date,
    availability,
    product_type,
    google_product_category,
    brand,
    mpn,
    item_group_id,
};
inline constexpr std::size_t kGoogleFields = 13;

/// The attribute's name, without spaces and underscores.
std::string_view google_name(GoogleField field);

using GoogleItem = std::array<std::string, kGoogleFields>;

void add_google_item(const GoogleItem& item, std::uint64_t line, CatalogueMerger& catalogue);

}  // namespace goeswith
