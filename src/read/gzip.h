#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "read/piece_reader.h"

namespace goeswith {

/// Whether a file that begins so is packed.
constexpr bool is_gzip(std::string_view first_bytes) {
    return first_bytes.substr(0, 2) == "\x1F\x8B";
}

/// Unpacks gzip (RFC 1952), of several members too, as parallel packers write it, and hands the
/// bytes to `take`, which must outlive the reader. Throws `DataError` where they are damaged, and
/// from `end` where they are cut off. Native only: the one place that needs zlib.
std::unique_ptr<PieceReader> unpack_gzip(std::string file,
                                         const std::function<void(std::string_view)>& take);

}  // namespace goeswith
