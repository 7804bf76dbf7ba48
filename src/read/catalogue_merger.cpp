#include "read/catalogue_merger.h"

#include "read/currency.h"
#include "read/data_error.h"
#include "read/text.h"
#include "read/time.h"

namespace goeswith {

CatalogueMerger::CatalogueMerger(Orders& orders) : orders_(orders) {
    number_of_id_.reserve(orders.products.size());
    for (std::size_t i = 0; i < orders.products.size(); ++i)
        number_of_id_.emplace(orders.products[i].id, i);
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
    Product& product = product_of(id);
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
    set_price(product, entry);
    if (const std::string_view text = told(entry.first_seen); !text.empty()) {
        const auto time = parse_time(text);
        if (!time)
            fail(entry.line, quoted(text) + " is not a date");
        product.first_seen = time->seconds;
    }
}

Product& CatalogueMerger::product_of(std::string_view id) {
    const auto [at, is_new] = number_of_id_.try_emplace(std::string(id), orders_.products.size());
    if (is_new)
        orders_.products.emplace_back().id = id;
    return orders_.products[at->second];
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
    if (foreign_prices_ > 0)
        orders_.report.notes.push_back(file_ + ": " + std::to_string(foreign_prices_) +
                                       " prices in another currency than " + orders_.currency +
                                       " were not taken");
}

}  // namespace goeswith
