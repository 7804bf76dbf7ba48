#include "read/files.h"

#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

#include "read/catalogue.h"
#include "read/data_error.h"

// Native only: a page gets its bytes from the browser, which unpacks them too.

namespace goeswith {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::string_view kGzip = "\x1F\x8B";

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

/// Unpacks gzip (RFC 1952), of several members too, as parallel packers write it.
class Unpacker {
  public:
    Unpacker(std::string file, const std::function<void(std::string_view)>& take)
        : file_(std::move(file)), take_(take), room_(kPieceBytes) {
        constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: the largest, with a gzip header
        if (inflateInit2(&stream_, kGzipWindow) != Z_OK)
            throw std::bad_alloc();
    }
    ~Unpacker() { inflateEnd(&stream_); }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    void feed(std::string_view packed) {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
        bool room_was_full = false;
        while (stream_.avail_in > 0 || room_was_full) {
            if (member_ended_ && stream_.avail_in > 0) {
                inflateReset(&stream_);
                member_ended_ = false;
            }
            stream_.next_out = reinterpret_cast<Bytef*>(room_.data());
            stream_.avail_out = static_cast<uInt>(room_.size());
            const int result = inflate(&stream_, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                throw DataError(file_, 0, "the gzip data is damaged");
            member_ended_ = result == Z_STREAM_END;
            room_was_full = stream_.avail_out == 0;
            take_({room_.data(), room_.size() - stream_.avail_out});
        }
    }

    void end() const {
        if (!member_ended_)
            throw DataError(file_, 0, "the gzip data ends in the middle: the file is cut off");
    }

  private:
    std::string file_;
    const std::function<void(std::string_view)>& take_;
    std::vector<char> room_;
    z_stream stream_{};
    bool member_ended_ = false;
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
    std::unique_ptr<Unpacker> unpacker;
    if (piece.substr(0, kGzip.size()) == kGzip)
        unpacker = std::make_unique<Unpacker>(name_of(path), take);
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
