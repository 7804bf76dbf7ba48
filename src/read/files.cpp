#include "read/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

#include "read/catalogue.h"
#include "read/data_error.h"
#include "read/gzip.h"

// Native only: a page gets its bytes from the browser, which unpacks them too.

namespace goeswith {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

std::string name_of(const std::string& path) {
    return path == "-" ? "standard input" : path;
}

[[noreturn]] void cannot_read(const std::string& path) {
    throw CallError("cannot read " + name_of(path) + ": " + std::strerror(errno));
}

class File {
  public:
    explicit File(const std::string& path)
        : path_(path), file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
        if (!file_)
            cannot_read(path);
    }
    ~File() {
        if (file_ != stdin)
            std::fclose(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// The next bytes; less than there is room for only at the end of the file.
    std::string_view read(std::vector<char>& room) {
        const std::size_t count = std::fread(room.data(), 1, room.size(), file_);
        if (count < room.size() && std::ferror(file_))
            cannot_read(path_);
        return {room.data(), count};
    }

  private:
    std::string path_;
    std::FILE* file_;
};

/// Of all files together; 0 where one has no size, as a pipe has none.
double size_of(std::span<const std::string> paths) {
    double bytes = 0;
    for (const std::string& path : paths) {
        std::error_code unknown;  // for a pipe or a folder
        const auto size = std::filesystem::file_size(path, unknown);
        if (path == "-" || unknown)
            return 0;
        bytes += static_cast<double>(size);
    }
    return bytes;
}

}  // namespace

void read_pieces(const std::string& path, const std::function<void(std::string_view)>& take,
                 const std::function<void(std::size_t)>& read_bytes) {
    File file(path);
    std::vector<char> room(kPieceBytes);
    std::string_view piece = file.read(room);
    std::unique_ptr<PieceReader> unpacker;
    if (is_gzip(piece))
        unpacker = unpack_gzip(name_of(path), take);
    for (; !piece.empty(); piece = file.read(room)) {
        if (unpacker)
            unpacker->feed(piece);
        else
            take(piece);
        if (read_bytes)
            read_bytes(piece.size());
    }
    if (unpacker)
        unpacker->end();
}

Orders read_orders(std::span<const std::string> paths, const ReadOptions& options,
                   const Progress& progress) {
    OrdersReader reader(options);
    const double all = progress ? size_of(paths) : 0;
    double read = 0;
    for (const std::string& path : paths) {
        reader.begin_file(name_of(path));
        read_pieces(
            path, [&reader](std::string_view piece) { reader.feed(piece); },
            [&](std::size_t bytes) {
                read += static_cast<double>(bytes);
                if (progress)
                    progress(all > 0 ? read / all : -1);
            });
        reader.end_file();
    }
    return reader.finish();
}

void read_catalogue(const std::string& path, Orders& orders) {
    CatalogueReader reader(orders);
    reader.begin_file(name_of(path));
    read_pieces(path, [&reader](std::string_view piece) { reader.feed(piece); });
    reader.end_file();
}

}  // namespace goeswith
