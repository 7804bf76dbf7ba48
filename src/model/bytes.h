#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace goeswith {

using Bytes = std::span<const unsigned char>;

// Assembled byte by byte: right on every machine, at every address, and one load where it can be.
inline std::uint16_t load_u16(const unsigned char* at) noexcept {
    return static_cast<std::uint16_t>(at[0] | at[1] << 8);
}
inline std::uint32_t load_u32(const unsigned char* at) noexcept {
    return static_cast<std::uint32_t>(at[0]) | static_cast<std::uint32_t>(at[1]) << 8 |
           static_cast<std::uint32_t>(at[2]) << 16 | static_cast<std::uint32_t>(at[3]) << 24;
}

/// A number in LEB128 (seven bits a byte, lowest first); `at` moves behind it.
inline std::uint32_t load_leb128(const unsigned char*& at) noexcept {
    std::uint32_t number = *at & 0x7Fu;
    for (unsigned shift = 7; *at++ & 0x80u; shift += 7)
        number |= (*at & 0x7Fu) << shift;
    return number;
}

/// Adler-32 of `bytes`, carried on from `sum` (RFC 1950, section 8.2); the empty sum is 1.
inline std::uint32_t adler32(Bytes bytes, std::uint32_t sum = 1) noexcept {
    constexpr std::uint32_t kBase = 65521;
    constexpr std::size_t kRun = 5552;  // the longest run that cannot overflow 32 bits
    std::uint32_t low = sum & 0xFFFF;
    std::uint32_t high = sum >> 16;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t stop = bytes.size() - at < kRun ? bytes.size() : at + kRun;
        for (; at < stop; ++at) {
            low += bytes[at];
            high += low;
        }
        low %= kBase;
        high %= kBase;
    }
    return high << 16 | low;
}

}  // namespace goeswith
