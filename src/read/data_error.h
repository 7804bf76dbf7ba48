#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace goeswith {

/// The data is at fault. `what()` is `FILE:LINE: what is wrong`, or `FILE: what is wrong` where the
/// fault has no line (line 0): a file that is cut off, or one in which nothing can be used.
class DataError : public std::runtime_error {
  public:
    DataError(std::string_view file, std::uint64_t line, std::string_view what);
};

/// The call is at fault: a file that cannot be opened, a format that does not exist.
class CallError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace goeswith
