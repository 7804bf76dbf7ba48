#pragma once

#include "read/csv.h"
#include "read/order_builder.h"

namespace goeswith {

/// Where the parts of an order line stand in a table that has a column for each; -1 where it has
/// none.
struct LineColumns {
    int order, product, title, quantity, price, timestamp, customer, currency;

    /// The order line of a record, as long as the record is there.
    Row of(const Record& record) const {
        Row row;
        row.line = record.line;
        row.order = record[order];
        row.product = record[product];
        row.title = record[title];
        row.quantity = record[quantity];
        row.price = record[price];
        row.timestamp = record[timestamp];
        row.customer = record[customer];
        row.currency = record[currency];
        return row;
    }
};

}  // namespace goeswith
