#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/columns.h"

namespace goeswith {

/// What a file seems to be, by how it begins.
struct Preview {
    enum class Kind {
        orders,
        catalogue,
        table,    // neither, but its columns can be named by hand
        unknown,  // see `problem`
    };
    Kind kind = Kind::unknown;
    std::string format;               // as `format_names()` and `catalogue_formats()` call it
    std::string problem;              // a sentence; empty unless the kind is unknown
    std::vector<std::string> header;  // of a table; empty where it has none
    std::vector<std::vector<std::string>> rows;  // the first few below it
    NamedColumns columns;  // of the header, those that look like what an order line needs
};

/// Looks at the first bytes of a file, unpacked; 64 KiB are plenty. The rows hold whatever the file
/// holds, names and addresses too: they are for the merchant's eyes, who chooses the columns.
/// Never throws for what the bytes hold.
Preview preview(std::string_view first_bytes);

/// The same columns as `parse_columns` reads them: "order=Bestellnr,product=Artikel".
std::string written_columns(const NamedColumns& columns);

}  // namespace goeswith
