#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "read/data_error.h"

namespace goeswith {

std::string read_file(const std::string& path) {
    if (path == "-")
        return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    // A folder opens, and fails only when it is read.
    if (in && in.peek() != std::ifstream::traits_type::eof())
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (!in.is_open() || in.bad())
        throw CallError(path + ": cannot be read: " + std::strerror(errno));
    return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
    const std::string temporary = path + ".part";
    const auto fail = [&] {
        const std::string reason = std::strerror(errno);
        std::remove(temporary.c_str());
        throw std::runtime_error(path + ": cannot be written: " + reason);
    };
    std::ofstream out(temporary, std::ios::binary);
    if (!out)
        fail();
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out || std::rename(temporary.c_str(), path.c_str()) != 0)
        fail();
}

}  // namespace goeswith
