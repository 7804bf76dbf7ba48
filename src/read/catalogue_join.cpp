#include <algorithm>

#include "read/catalogue_merger.h"
#include "read/merge_products.h"
#include "read/text.h"

// How products of orders that know only a name find themselves in a catalogue.

namespace goeswith {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kSeveral = kNone - 1;

/// A name as it is compared: without case, one space where there are several. Shops write & as
/// &amp; in some exports and not in others.
std::string key_of(std::string_view name) {
    std::string room, key;
    for (const char c : clean(told(name), room)) {
        if (c == ' ' && (key.empty() || key.back() == ' '))
            continue;
        append_lower({&c, 1}, key);
        constexpr std::string_view kAmp = "&amp;";
        if (key.size() >= kAmp.size() && key.substr(key.size() - kAmp.size()) == kAmp)
            key.resize(key.size() - kAmp.size() + 1);
    }
    return key;
}

}  // namespace

void CatalogueMerger::remember_names(std::size_t product, const CatalogueEntry& entry) {
    const auto remember = [&](auto& names, std::string_view name) {
        const std::string key = key_of(name);
        if (key.empty())
            return;
        const auto [at, is_new] = names.emplace(key, product);
        if (is_new || at->second == product || at->second == kSeveral)
            return;
        // Of variants that share their name any one will do, for they count as one product.
        const std::string& parent = orders_.products[at->second].parent;
        if (parent.empty() || parent != told(entry.parent))
            at->second = kSeveral;
    };
    remember(of_title_, entry.title);
    remember(of_parent_title_, entry.parent_title);
}

std::size_t CatalogueMerger::product_named(const std::string& name) const {
    for (const auto* names : {&of_title_, &of_parent_title_})
        if (const auto at = names->find(key_of(name)); at != names->end())
            return at->second == kSeveral ? kNone : at->second;
    return kNone;
}

void CatalogueMerger::join_by_name() {
    std::vector<std::uint32_t> becomes(orders_.products.size());
    for (std::uint32_t i = 0; i < becomes.size(); ++i)
        becomes[i] = i;
    bool any = false;
    for (std::uint32_t i = 0; i < orders_.ordered_products; ++i) {
        if (found_[i] != Found::no)
            continue;
        const Product& product = orders_.products[i];
        const std::size_t named = product_named(product.title.empty() ? product.id : product.title);
        if (named == kNone)
            continue;
        // The first that has this name takes what the catalogue tells, and the others join it.
        std::uint32_t& target = becomes[named];
        if (target >= orders_.ordered_products) {
            const std::int64_t price = product.price_minor;
            const std::int64_t first_seen = product.first_seen;
            Product& from_catalogue = orders_.products[named];
            if (from_catalogue.price_minor == kNoPrice)
                from_catalogue.price_minor = price;
            if (from_catalogue.first_seen == kNoTime)
                from_catalogue.first_seen = first_seen;
            std::swap(orders_.products[i], from_catalogue);
            target = i;
        } else {
            becomes[i] = target;
        }
        found_[i] = Found::by_name;
        any = true;
    }
    Joined joined;
    for (std::uint32_t i = 0; i < orders_.ordered_products; ++i) {
        joined.by_id += found_[i] == Found::by_id;
        joined.by_sku += found_[i] == Found::by_sku;
        joined.by_name += found_[i] == Found::by_name;
        joined.not_found += found_[i] == Found::no;
    }
    orders_.report.joined = joined;
    if (!any)
        return;
    const std::vector<std::uint32_t> number = merge_products(orders_, becomes);
    std::vector<Found> found(orders_.products.size(), Found::no);
    for (std::size_t i = 0; i < number.size(); ++i)
        found[number[i]] = std::max(found[number[i]],
                                    found_[i] == Found::in_catalogue_only ? Found::no : found_[i]);
    for (std::size_t i = orders_.ordered_products; i < found.size(); ++i)
        found[i] = Found::in_catalogue_only;
    found_ = std::move(found);
    for (auto* numbers : {&number_of_id_, &of_title_, &of_parent_title_})
        for (auto& [text, at] : *numbers)
            if (at < number.size())
                at = number[at];
}

void CatalogueMerger::tell_joined() {
    const Joined& joined = *orders_.report.joined;
    if (orders_.ordered_products == 0 || (joined.by_name == 0 && joined.not_found == 0))
        return;
    const auto count = [](std::uint64_t products, const char* how) {
        return std::to_string(products) + how;
    };
    std::string note = file_ + ": of the products of the orders ";
    note += count(joined.by_id, " were found by id, ") + count(joined.by_sku, " by SKU, ") +
            count(joined.by_name, " by name, ") + count(joined.not_found, " not at all");
    for (std::size_t i = 0; i < orders_.ordered_products; ++i)
        if (found_[i] == Found::no) {
            note += " (such as " + quoted(orders_.products[i].id) + ")";
            break;
        }
    orders_.report.notes.push_back(std::move(note));
}

}  // namespace goeswith
