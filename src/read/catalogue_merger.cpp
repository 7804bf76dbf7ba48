#include "read/catalogue_merger.h"

#include <algorithm>

#include "read/currency.h"
#include "read/data_error.h"
#include "read/text.h"
#include "read/time.h"

namespace goeswith {

CatalogueMerger::CatalogueMerger(Orders& orders) : orders_(orders) {
    number_of_id_.reserve(orders.products.size());
    for (std::size_t i = 0; i < orders.products.size(); ++i)
        number_of_id_.emplace(orders.products[i].id, i);
    found_.resize(orders.products.size(), Found::no);
}

void CatalogueMerger::begin_file(std::string name) {
    file_ = std::move(name);
    entries_ = 0;
    foreign_prices_ = 0;
}

void CatalogueMerger::fail(std::uint64_t line, std::string_view what) const {
    throw DataError(file_, line, what);
}

void CatalogueMerger::add(const CatalogueEntry& entry) {
    std::string room;
    const std::string_view id = clean(entry.id, room);
    if (id.empty())
        fail(entry.line, "the product has no id");
    ++entries_;
    std::string sku_room;
    const std::size_t number = product_of(id, clean(told(entry.sku), sku_room));
    remember_names(number, entry);
    Product& product = orders_.products[number];
    const auto set = [](std::string& text, std::string_view cell) {
        std::string cell_room;
        if (const std::string_view word = clean(told(cell), cell_room); !word.empty())
            text = word;
    };
    set(product.title, entry.title);
    set(product.url, entry.url);
    set(product.image, entry.image);
    set(product.category, entry.category);
    set(product.brand, entry.brand);
    set(product.parent, entry.parent);
    set_tags(product, told(entry.tags));
    set_price(product, entry);
    set_margin(product, entry);
    set_sale(product, entry);
    if (const std::string_view text = told(entry.first_seen); !text.empty()) {
        const auto time = parse_time(text);
        if (!time)
            fail(entry.line, quoted(text) + " is not a date");
        product.first_seen = time->seconds;
    }
}

std::size_t CatalogueMerger::product_of(std::string_view id, std::string_view sku) {
    auto at = number_of_id_.find(std::string(id));
    Found how = id == sku ? Found::by_sku : Found::by_id;
    if (at == number_of_id_.end() && !sku.empty()) {
        at = number_of_id_.find(std::string(sku));
        how = Found::by_sku;
    }
    if (at == number_of_id_.end()) {
        at = number_of_id_.emplace(id, orders_.products.size()).first;
        orders_.products.emplace_back().id = id;
        found_.push_back(Found::in_catalogue_only);
    }
    Found& found = found_[at->second];
    if (found == Found::no)
        found = how;
    const std::size_t number = at->second;
    if (!sku.empty())
        number_of_id_.emplace(sku, number);
    return number;
}

void CatalogueMerger::set_sale(Product& product, const CatalogueEntry& entry) {
    std::string word;
    append_lower(told(entry.availability), word);
    std::erase_if(word, [](char c) { return c == '_' || c == ' ' || c == '-'; });
    if (!word.empty() || entry.draft)
        product.for_sale = word != "outofstock" && word != "discontinued" && !entry.draft;
}

void CatalogueMerger::set_price(Product& product, const CatalogueEntry& entry) {
    const std::string_view text = told(entry.price);
    if (text.empty())
        return;
    const auto price = parse_price(text);
    if (!price || price->amount < 0)
        fail(entry.line, "the price " + quoted(text) + " is not a price");
    const std::string_view currency = price->currency.empty() ? entry.currency : price->currency;
    if (is_currency(currency))
        set_currency(currency);
    if (is_currency(currency) && currency != orders_.currency)
        ++foreign_prices_;
    else if (price->amount > 0)
        product.price_minor = to_minor(price->amount, orders_.exponent);
}

void CatalogueMerger::set_tags(Product& product, std::string_view text) {
    std::vector<std::string> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string room;
        if (const std::string_view tag = clean(trimmed(text.substr(0, end)), room); !tag.empty())
            tags.emplace_back(tag);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!tags.empty())
        product.tags = std::move(tags);
}

void CatalogueMerger::set_margin(Product& product, const CatalogueEntry& entry) {
    std::string_view text = told(entry.margin);
    if (!text.empty()) {
        if (text.ends_with('%'))
            text = trimmed(text.substr(0, text.size() - 1));
        const auto percent = parse_price(text);
        constexpr std::int64_t kOnePercent = 10'000;  // as `Price::amount` counts
        if (!percent || percent->amount < 0 || percent->amount > 100 * kOnePercent)
            fail(entry.line, "the margin " + quoted(text) + " is not a percentage from 0 to 100");
        product.margin_percent = static_cast<int>(percent->amount / kOnePercent);
        return;
    }
    const auto price = parse_price(told(entry.price));
    const auto cost = parse_price(told(entry.cost));
    if (!price || !cost || price->amount <= 0 || cost->amount < 0)
        return;
    // Sold below cost there is no margin to speak of.
    product.margin_percent = static_cast<int>(
        std::max<std::int64_t>(0, 100 * (price->amount - cost->amount) / price->amount));
}

/// The first currency that a catalogue tells is the shop's.
void CatalogueMerger::set_currency(std::string_view currency) {
    if (currency_is_set_)
        return;
    currency_is_set_ = true;
    if (orders_.currency == currency)
        return;
    // Prices of which nobody told the currency are taken to be in the catalogue's.
    const bool forget = !orders_.currency.empty();
    const int exponent = exponent_of(currency);
    for (Product& product : orders_.products) {
        if (product.price_minor == kNoPrice)
            continue;
        std::int64_t amount = product.price_minor;
        for (int place = orders_.exponent; place < kPriceDigits; ++place)
            amount *= 10;
        product.price_minor = forget ? kNoPrice : to_minor(amount, exponent);
    }
    if (forget)
        orders_.report.notes.push_back(file_ + ": prices are in " + std::string(currency) +
                                       "; those of the orders, in " + orders_.currency +
                                       ", were forgotten");
    orders_.currency = currency;
    orders_.exponent = exponent;
}

void CatalogueMerger::end_file() {
    if (entries_ == 0)
        fail(1, "the catalogue has no products");
    join_by_name();
    tell_joined();
    if (foreign_prices_ > 0)
        orders_.report.notes.push_back(file_ + ": " + std::to_string(foreign_prices_) +
                                       " prices in another currency than " + orders_.currency +
                                       " were not taken");
}

}  // namespace goeswith
