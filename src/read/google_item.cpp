#include "read/google_item.h"

#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kNames[kGoogleFields] = {"id",
                                                    "title",
                                                    "link",
                                                    "imagelink",
                                                    "price",
                                                    "saleprice",
                                                    "salepriceeffectivedate",
                                                    "availability",
                                                    "producttype",
                                                    "googleproductcategory",
                                                    "brand",
                                                    "mpn",
                                                    "itemgroupid"};

/// The variant's number at the end of the ids that Shopify's own feed makes, "shopify_DE_7001_41":
/// a page knows the number, and nothing of what stands before it.
std::string_view plain_id(std::string_view id) {
    if (id.substr(0, 8) != "shopify_")
        return id;
    const std::string_view number = id.substr(id.rfind('_') + 1);
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && !number.empty() ? number : id;
}

}  // namespace

std::string_view google_name(GoogleField field) {
    return kNames[static_cast<std::size_t>(field)];
}

void add_google_item(const GoogleItem& item, std::uint64_t line, CatalogueMerger& catalogue) {
    const auto cell = [&item](GoogleField field) {
        return std::string_view(item[static_cast<std::size_t>(field)]);
    };
    CatalogueEntry entry;
    entry.line = line;
    entry.id = plain_id(cell(GoogleField::id));
    entry.sku = cell(GoogleField::mpn);
    entry.title = cell(GoogleField::title);
    entry.url = cell(GoogleField::link);
    entry.image = cell(GoogleField::image_link);
    entry.price = cell(GoogleField::price);
    // A sale with dates may be over by the time that the file is read.
    if (const auto sale = told(cell(GoogleField::sale_price));
        !sale.empty() && told(cell(GoogleField::sale_price_effective_date)).empty())
        entry.price = sale;
    // Both are paths: "Home > Kitchen > Coffee".
    std::string_view path = cell(GoogleField::product_type);
    if (told(path).empty())
        path = cell(GoogleField::google_product_category);
    entry.category = trimmed(path.substr(path.rfind('>') + 1));
    entry.brand = cell(GoogleField::brand);
    entry.parent = cell(GoogleField::item_group_id);
    entry.availability = cell(GoogleField::availability);
    catalogue.add(entry);
}

}  // namespace goeswith
