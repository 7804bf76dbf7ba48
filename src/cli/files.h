#pragma once

#include <span>
#include <string>
#include <string_view>

namespace goeswith {

/// The bytes of a file; `-` is standard input. Throws CallError with the path and the reason.
std::string read_file(const std::string& path);

/// Writes a file whole or not at all: to a temporary name beside it first, then renamed.
/// Throws std::runtime_error with the path and the reason; an older file is kept then.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace goeswith
