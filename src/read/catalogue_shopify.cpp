#include "read/catalogue_formats.h"
#include "read/text.h"

namespace goeswith {
namespace {

// The older header, then the one that replaces it.
constexpr std::string_view kHandle[] = {"handle", "urlhandle"};
constexpr std::string_view kTitle[] = {"title"};
constexpr std::string_view kVendor[] = {"vendor"};
constexpr std::string_view kType[] = {"type"};
constexpr std::string_view kTaxonomy[] = {"productcategory"};
constexpr std::string_view kTags[] = {"tags"};
constexpr std::string_view kPublished[] = {"published", "publishedononlinestore"};
constexpr std::string_view kStatus[] = {"status"};
constexpr std::string_view kSku[] = {"variantsku", "sku"};
constexpr std::string_view kPrice[] = {"variantprice", "price"};
constexpr std::string_view kCost[] = {"costperitem"};
constexpr std::string_view kImage[] = {"imagesrc", "productimageurl"};
constexpr std::string_view kVariantImage[] = {"variantimage", "variantimageurl"};
constexpr std::string_view kOptions[][1] = {{"option1value"}, {"option2value"}, {"option3value"}};

/// Shopify's product export: a row a variant, and a row a further picture; the product's own cells
/// stand on its first row alone. Prices are the shop's, without a currency.
class ShopifyProducts : public CatalogueRows {
  public:
    explicit ShopifyProducts(const Header& first)
        : handle_(first.find(kHandle)),
          title_(first.find(kTitle)),
          vendor_(first.find(kVendor)),
          type_(first.find(kType)),
          taxonomy_(first.find(kTaxonomy)),
          tags_(first.find(kTags)),
          published_(first.find(kPublished)),
          status_(first.find(kStatus)),
          sku_(first.find(kSku)),
          price_(first.find(kPrice)),
          cost_(first.find(kCost)),
          image_(first.find(kImage)),
          variant_image_(first.find(kVariantImage)),
          options_{first.find(kOptions[0]), first.find(kOptions[1]), first.find(kOptions[2])} {}

    void read(const Record& record, CatalogueMerger& catalogue) override {
        const std::string_view handle = record[handle_];
        if (handle.empty())
            catalogue.fail(record.line, "the product has no handle");
        const bool is_first = handle != product_.handle;
        if (is_first)
            begin_product(record);
        const std::string_view sku = sku_of(record);
        const bool picture_only =
            sku.empty() && record[price_].empty() && record[options_[0]].empty();
        if (picture_only && !is_first)
            return;
        // Without a SKU a page knows the variants of a product by its handle alone.
        if (sku.empty() && product_.told_by_handle)
            return;
        product_.told_by_handle = product_.told_by_handle || sku.empty();
        add(record, sku, catalogue);
    }

  private:
    struct Shared {
        std::string handle, title, vendor, category, tags, image, url;
        bool draft = false;
        bool told_by_handle = false;
    };

    void begin_product(const Record& record) {
        product_ = {};
        product_.handle = record[handle_];
        product_.title = record[title_];
        product_.vendor = record[vendor_];
        product_.tags = record[tags_];
        product_.image = record[image_];
        product_.url = "/products/" + product_.handle;
        product_.category = record[type_];
        if (product_.category.empty()) {
            const std::string_view path = record[taxonomy_];  // "Home & Garden > Kitchen > Coffee"
            product_.category = trimmed(path.substr(path.rfind('>') + 1));
        }
        std::string status, published;
        append_lower(record[status_], status);
        append_lower(record[published_], published);
        product_.draft = (!status.empty() && status != "active") || published == "false";
    }

    /// Spreadsheets are kept from making numbers of SKUs by an apostrophe, which is no part of
    /// them.
    std::string_view sku_of(const Record& record) const {
        std::string_view sku = told(record[sku_]);
        if (!sku.empty() && sku[0] == '\'')
            sku.remove_prefix(1);
        return sku;
    }

    /// "Moka - Red / Small", as order lines call a variant; nothing for a product without any.
    std::string variant_title(const Record& record) const {
        std::string options;
        for (const int column : options_) {
            const std::string_view value = record[column];
            if (!value.empty() && value != "Default Title")
                options.append(options.empty() ? " - " : " / ").append(value);
        }
        return options.empty() ? options : product_.title + options;
    }

    void add(const Record& record, std::string_view sku, CatalogueMerger& catalogue) const {
        const std::string variant = variant_title(record);
        CatalogueEntry entry;
        entry.line = record.line;
        entry.id = sku.empty() ? std::string_view(product_.handle) : sku;
        entry.sku = sku;
        entry.title = variant.empty() || sku.empty() ? product_.title : variant;
        entry.parent_title = product_.title;
        entry.url = product_.url;
        entry.image = record[variant_image_];
        if (entry.image.empty())
            entry.image = product_.image;
        entry.price = record[price_];
        entry.category = product_.category;
        entry.brand = product_.vendor;
        entry.tags = product_.tags;
        if (!variant.empty() && !sku.empty())
            entry.parent = product_.handle;
        entry.cost = record[cost_];
        entry.draft = product_.draft;
        catalogue.add(entry);
    }

    int handle_, title_, vendor_, type_, taxonomy_, tags_, published_, status_, sku_, price_, cost_,
        image_, variant_image_;
    int options_[3];
    Shared product_;
};

}  // namespace

bool fits_shopify_products(const Header& first) {
    return first.find(kHandle) >= 0 && first.find(kTitle) >= 0 && first.find(kSku) >= 0;
}

std::unique_ptr<CatalogueRows> open_shopify_products(const Header& first) {
    return std::make_unique<ShopifyProducts>(first);
}

}  // namespace goeswith
