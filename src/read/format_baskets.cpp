#include <algorithm>

#include "read/formats.h"
#include "read/time.h"

namespace goeswith {
namespace {

/// One order a record, each field the name of a product; no header.
class Baskets : public RowReader {
  public:
    void read(const Record& record, OrderBuilder& orders) override {
        orders.add_basket(record.line, record.fields);
    }
};

}  // namespace

/// Nothing says that a file has this format, so it is taken only where nothing speaks against it:
/// no field of the first line is the name of a column or a date, and it is no web page, which is
/// what a download that failed leaves behind.
bool fits_baskets(const Header& first) {
    const auto& fields = first.fields();
    const bool has_date = std::any_of(fields.begin(), fields.end(), [](const std::string& field) {
        return field.find_first_of("-/.:") != std::string::npos && parse_time(field);
    });
    return first.first_known().empty() && !has_date && fields[0].substr(0, 1) != "<";
}

std::unique_ptr<RowReader> open_baskets(const Header&) {
    return std::make_unique<Baskets>();
}

}  // namespace goeswith
