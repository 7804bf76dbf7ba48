#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goeswith {

/// FNV-1a with a last mix, so that the low bits are as good as the high ones.
constexpr std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

/// Numbers texts by first sight: the first is 0. Open addressing over one arena of bytes; nothing
/// is allocated for an id that was seen before.
class IdTable {
  public:
    std::uint32_t number(std::string_view id);
    bool contains(std::string_view id) const;
    std::string_view text(std::uint32_t number) const;
    std::size_t size() const { return ends_.size(); }

  private:
    struct Slot {
        std::uint32_t hash;
        std::uint32_t number;
    };
    static constexpr std::uint32_t kEmpty = 0xFFFFFFFFu;

    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::string arena_;
    std::vector<std::size_t> ends_;
};

}  // namespace goeswith
