#include "read/data_error.h"

namespace goeswith {
namespace {

std::string message(std::string_view file, std::uint64_t line, std::string_view what) {
    std::string text(file);
    if (line > 0)
        text.append(":").append(std::to_string(line));
    return text.append(": ").append(what);
}

}  // namespace

DataError::DataError(std::string_view file, std::uint64_t line, std::string_view what)
    : std::runtime_error(message(file, line, what)) {}

}  // namespace goeswith
