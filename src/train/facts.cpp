#include "train/facts.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "train/days.h"

namespace goeswith {
namespace {

// An export begins in the middle of a shop's life: what was first bought this soon after its
// beginning may have been there for years.
constexpr std::uint32_t kBeginningDays = 14;
constexpr std::uint32_t kNewDays = 60;
constexpr std::size_t kMostNewcomers = 1000;

/// Numbers names by first sight, and knows how often each was seen.
class Names {
  public:
    std::uint16_t number(const std::string& name) {
        if (name.empty())
            return kNoGroup;
        const auto [at, is_new] = numbers_.try_emplace(name, names_.size());
        if (is_new && names_.size() < kNoGroup)
            names_.push_back(name);
        return at->second < kNoGroup ? static_cast<std::uint16_t>(at->second) : kNoGroup;
    }
    std::vector<std::string> take() { return std::move(names_); }

  private:
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::string> names_;
};

void add_groups(const Orders& orders, const Baskets& baskets, std::string Product::*name,
                std::vector<std::uint16_t>& groups, std::vector<std::string>& group_names) {
    Names names;
    for (const std::uint32_t product : baskets.product_of)
        groups.push_back(names.number(orders.products[product].*name));
    group_names = names.take();
    if (group_names.empty())
        groups.clear();
}

void add_tags(const Orders& orders, const Baskets& baskets, std::span<const std::string> first,
              ModelContent& content) {
    std::map<std::string, std::uint32_t> products_with;
    for (const std::uint32_t product : baskets.product_of)
        for (const std::string& tag : orders.products[product].tags)
            ++products_with[tag];
    std::vector<std::string>& names = content.tag_names;
    for (const std::string& tag : first)
        if (products_with.erase(tag) > 0 && names.size() < kTags)
            names.push_back(tag);
    std::vector<std::pair<std::string, std::uint32_t>> rest(products_with.begin(),
                                                            products_with.end());
    std::stable_sort(rest.begin(), rest.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [tag, count] : rest)
        if (names.size() < kTags)
            names.push_back(tag);
    if (names.empty())
        return;
    for (const std::uint32_t product : baskets.product_of) {
        std::uint32_t bits = 0;
        for (std::size_t tag = 0; tag < names.size(); ++tag) {
            const auto& has = orders.products[product].tags;
            if (std::find(has.begin(), has.end(), names[tag]) != has.end())
                bits |= std::uint32_t{1} << tag;
        }
        content.tags.push_back(bits);
    }
}

void add_parents(const Orders& orders, const Baskets& baskets, ModelContent& content) {
    std::unordered_map<std::string, ProductId> first;
    bool shared = false;
    for (ProductId number = 0; number < baskets.products(); ++number) {
        const std::string& parent = orders.products[baskets.product_of[number]].parent;
        const ProductId of =
            parent.empty() ? number : first.try_emplace(parent, number).first->second;
        content.parents.push_back(of);
        shared = shared || of != number;
    }
    if (!shared)
        content.parents.clear();
}

}  // namespace

void add_shares_and_days(const Orders& orders, std::span<const std::uint32_t> chosen,
                         const Baskets& baskets, ModelContent& content) {
    content.orders = static_cast<std::uint32_t>(
        std::min<std::size_t>(chosen.size(), std::numeric_limits<std::uint32_t>::max()));
    std::uint32_t oldest = std::numeric_limits<std::uint32_t>::max();
    for (const std::uint32_t order : chosen)
        if (const std::uint32_t day = day_of(orders.time[order]); day > 0) {
            content.newest_day = std::max(content.newest_day, day);
            oldest = std::min(oldest, day);
        }
    bool dated = false;
    for (ProductId number = 0; number < baskets.products(); ++number) {
        content.shares.push_back(share_code(static_cast<double>(baskets.orders_with[number]) /
                                            static_cast<double>(chosen.size())));
        const std::uint32_t day = day_of(orders.products[baskets.product_of[number]].first_seen);
        const bool telling = day > 0 && (day < oldest || day > oldest + kBeginningDays);
        content.first_days.push_back(static_cast<std::uint16_t>(telling ? day : 0));
        dated = dated || telling;
    }
    if (!dated)
        content.first_days.clear();
}

void add_catalogue(const Orders& orders, const Baskets& baskets, std::span<const std::string> tags,
                   ModelContent& content) {
    add_groups(orders, baskets, &Product::category, content.categories, content.category_names);
    add_groups(orders, baskets, &Product::brand, content.brands, content.brand_names);
    add_tags(orders, baskets, tags, content);
    add_parents(orders, baskets, content);
    bool told = false;
    for (const std::uint32_t product : baskets.product_of) {
        const int percent = orders.products[product].margin_percent;
        content.margins.push_back(percent < 0 ? kNoMargin : static_cast<std::uint8_t>(percent));
        told = told || percent >= 0;
    }
    if (!told)
        content.margins.clear();
}

void add_newcomers(const Orders& orders, std::span<const std::string> named, Baskets& baskets) {
    std::uint32_t newest = 0;
    for (const std::int64_t time : orders.time)
        newest = std::max(newest, day_of(time));
    const std::unordered_set<std::string> asked(named.begin(), named.end());
    std::vector<std::uint32_t> found, fresh;
    for (std::uint32_t product = 0; product < orders.products.size(); ++product) {
        if (baskets.number_of[product] != kNoProduct)
            continue;
        const std::uint32_t day = day_of(orders.products[product].first_seen);
        if (asked.contains(orders.products[product].id))
            found.push_back(product);
        else if (product >= orders.ordered_products && orders.products[product].for_sale &&
                 day > 0 && day + kNewDays >= newest)
            fresh.push_back(product);
    }
    std::stable_sort(fresh.begin(), fresh.end(), [&](std::uint32_t a, std::uint32_t b) {
        return orders.products[a].first_seen > orders.products[b].first_seen;
    });
    fresh.resize(std::min(fresh.size(), kMostNewcomers));
    found.insert(found.end(), fresh.begin(), fresh.end());
    for (const std::uint32_t product : found) {
        if (baskets.products() == kMaxProducts)
            return;
        baskets.number_of[product] = static_cast<ProductId>(baskets.products());
        baskets.product_of.push_back(product);
        baskets.orders_with.push_back(0);
    }
}

}  // namespace goeswith
