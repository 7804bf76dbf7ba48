#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goeswith {

/// The columns of an order table, and the first row of `kOrderColumns` that has each of them.
enum class Column {
    order,
    product,
    title,
    quantity,
    price,
    timestamp,
    customer,
    currency,
};
inline constexpr std::size_t kColumns = 8;

/// Columns that were named by hand: by `Column`, the name as the export writes it; empty where it
/// has none.
using NamedColumns = std::array<std::string, kColumns>;

/// The word that stands for a column there: "order", "product", "title", "qty", "price", "date",
/// "customer" or "currency".
std::string_view word_of(Column column);

/// Reads "order=Bestellnr,product=Artikel,qty=Menge"; order, product, title, qty, price, date,
/// customer and currency may stand before the sign. A comma that no such word follows is part of a
/// name. Throws `CallError`; an order and a product, or a title, have to be named.
NamedColumns parse_columns(std::string_view text);

/// The names under which exports have a column, best first: the one this project writes, then what
/// shops call it. They are compared without case, spaces and punctuation: "Order Date" is
/// `orderdate`. A price is that of one unit.
std::span<const std::string_view> names_of(Column column);

/// The first record of a table.
class Header {
  public:
    explicit Header(std::span<const std::string_view> fields);

    /// The number of the column that has the first of these names that is there, or -1.
    int find(std::span<const std::string_view> names) const;
    int find(Column column) const { return find(names_of(column)); }
    /// The column whose name is written like `name`, but for case, spaces and punctuation, or -1.
    int find_written(std::string_view name) const;
    bool has(std::string_view name) const { return find({&name, 1}) >= 0; }

    /// The first field that is the name of some column, in its own spelling; empty if none is.
    std::string_view first_known() const;
    /// All of them, for a message: "a, b, c".
    std::string list() const;
    const std::vector<std::string>& fields() const { return fields_; }

  private:
    std::vector<std::string> fields_;  // as written
    std::vector<std::string> keys_;    // in lower case, letters and digits and # only
};

}  // namespace goeswith
