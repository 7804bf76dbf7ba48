#include "read/columns.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "read/data_error.h"
#include "read/text.h"

namespace goeswith {
namespace {

using Names = std::string_view[10];

// By `Column`. Names that mean different things in different exports ("id", "name", "number",
// "amount", "total") stand in the formats that know what they mean, not here.
constexpr Names kOrderColumns[] = {
    {"orderid", "ordernumber", "orderno", "order#", "order", "invoiceno", "invoicenumber",
     "invoice", "transactionid", "basketid"},
    {"productid", "productcode", "itemid", "itemcode", "sku", "stockcode", "product", "item"},
    {"title", "producttitle", "productname", "itemname", "description", "productdescription"},
    {"qty", "quantity", "productquantity", "qtyordered", "units"},
    {"price", "unitprice", "productprice", "itemprice"},
    {"timestamp", "date", "datetime", "orderdate", "invoicedate", "createdat"},
    {"customerid", "customer", "userid", "clientid"},
    {"currency", "currencycode"},
};

std::string key_of(std::string_view name) {
    std::string key;
    append_lower(name, key);
    std::erase_if(key, [](char c) {
        const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        return ascii && !letter_or_digit && c != '#';
    });
    return key;
}

/// The column that a word of `parse_columns` means, or none.
std::optional<Column> column_called(std::string_view word) {
    const std::string key = key_of(word);
    for (std::size_t i = 0; i < kColumns; ++i)
        for (const std::string_view name : names_of(static_cast<Column>(i)))
            if (name == key)
                return static_cast<Column>(i);
    return std::nullopt;
}

}  // namespace

NamedColumns parse_columns(std::string_view text) {
    constexpr std::string_view kExample = "; such as order=Bestellnr,product=Artikel,qty=Menge";
    NamedColumns columns;
    std::string* last = nullptr;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        const std::size_t sign = part.find('=');
        const auto column =
            sign == std::string_view::npos ? std::nullopt : column_called(part.substr(0, sign));
        if (column) {
            last = &columns[static_cast<std::size_t>(*column)];
            if (!last->empty())
                throw CallError("--columns names " + std::string(part.substr(0, sign)) + " twice");
            *last = trimmed(part.substr(sign + 1));
            if (last->empty())
                throw CallError("--columns has no name behind " + std::string(part) +
                                std::string(kExample));
        } else if (last != nullptr) {
            last->append(",").append(part);
        } else {
            throw CallError(
                "--columns knows order, product, title, qty, price, date, customer and "
                "currency, not " +
                quoted(part) + std::string(kExample));
        }
        begin = end + 1;
    }
    const auto has = [&columns](Column column) {
        return !columns[static_cast<std::size_t>(column)].empty();
    };
    if (!has(Column::order) || !(has(Column::product) || has(Column::title)))
        throw CallError("--columns has to name the order, and the product or its title" +
                        std::string(kExample));
    return columns;
}

std::string_view word_of(Column column) {
    constexpr std::string_view kWords[kColumns] = {"order", "product", "title",    "qty",
                                                   "price", "date",    "customer", "currency"};
    return kWords[static_cast<std::size_t>(column)];
}

std::span<const std::string_view> names_of(Column column) {
    const Names& names = kOrderColumns[static_cast<std::size_t>(column)];
    const auto end = std::find(std::begin(names), std::end(names), std::string_view{});
    return {std::begin(names), end};
}

Header::Header(std::span<const std::string_view> fields) {
    std::string room;
    for (const std::string_view field : fields) {
        fields_.emplace_back(clean(field, room));
        keys_.push_back(key_of(fields_.back()));
    }
}

int Header::find(std::span<const std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto at = std::find(keys_.begin(), keys_.end(), name);
        if (at != keys_.end())
            return static_cast<int>(at - keys_.begin());
    }
    return -1;
}

int Header::find_written(std::string_view name) const {
    const std::string key = key_of(name);
    const auto at = std::find(keys_.begin(), keys_.end(), key);
    return at == keys_.end() ? -1 : static_cast<int>(at - keys_.begin());
}

std::string_view Header::first_known() const {
    for (std::size_t i = 0; i < keys_.size(); ++i)
        for (const Names& names : kOrderColumns)
            if (std::find(std::begin(names), std::end(names), keys_[i]) != std::end(names))
                return fields_[i];
    return {};
}

std::string Header::list() const {
    std::string all;
    for (const std::string& field : fields_)
        all += (all.empty() ? "" : ", ") + field;
    return all;
}

}  // namespace goeswith
