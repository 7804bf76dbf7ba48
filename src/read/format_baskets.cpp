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
/// no field of the first line is the name of a column, and none is a date.
bool fits_baskets(const Header& first) {
    const auto& fields = first.fields();
    return first.first_known().empty() &&
           std::none_of(fields.begin(), fields.end(), [](const std::string& field) {
               return field.find_first_of("-/.:") != std::string::npos && parse_time(field);
           });
}

std::unique_ptr<RowReader> open_baskets(const Header&) {
    return std::make_unique<Baskets>();
}

}  // namespace goeswith
