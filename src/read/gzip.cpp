#include "read/gzip.h"

#include <zlib.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "read/data_error.h"

namespace goeswith {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

class Unpacker : public PieceReader {
  public:
    Unpacker(std::string file, const std::function<void(std::string_view)>& take)
        : file_(std::move(file)), take_(take), room_(kPieceBytes) {
        constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: the largest, with a gzip header
        if (inflateInit2(&stream_, kGzipWindow) != Z_OK)
            throw std::bad_alloc();
    }
    ~Unpacker() override { inflateEnd(&stream_); }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    void feed(std::string_view packed) override {
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

    void end() override {
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

}  // namespace

std::unique_ptr<PieceReader> unpack_gzip(std::string file,
                                         const std::function<void(std::string_view)>& take) {
    return std::make_unique<Unpacker>(std::move(file), take);
}

}  // namespace goeswith
