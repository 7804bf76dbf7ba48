#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "read/orders.h"
#include "read/orders_reader.h"

namespace goeswith {

/// Hears how much of all input was read, from 0 to 1, some thousand times at most; a negative share
/// where the size of the input is not known.
using Progress = std::function<void(double share_of_bytes_read)>;

/// Feeds `take` with the content of a file, unpacked if it is gzip (by its first bytes, not its
/// name); "-" is standard input. `read_bytes` hears of the bytes read, before unpacking.
///
/// Throws `CallError` where the file cannot be opened or read and `DataError` where what is packed
/// is cut off or damaged.
void read_pieces(const std::string& path, const std::function<void(std::string_view)>& take,
                 const std::function<void(std::size_t)>& read_bytes = {});

/// The orders of all these files together.
Orders read_orders(std::span<const std::string> paths, const ReadOptions& options = {},
                   const Progress& progress = {});

/// Adds what a catalogue knows of the products, see `CatalogueReader`.
void read_catalogue(const std::string& path, Orders& orders);

}  // namespace goeswith
