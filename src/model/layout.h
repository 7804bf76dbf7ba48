#pragma once

// The picture of the bytes of a model file, shop.gw. All numbers are little-endian.
//
//   offset  size
//   0       4    magic        "GWM\x1A"
//   4       2    version      1; a reader of N refuses N + 1 and reads N - 1
//   6       2    sections     how many entries the section table has
//   8       4    size_bytes   of the whole file
//   12      4    checksum     Adler-32 (RFC 1950) of all other bytes: 0 to 11, then 16 to the end
//   16      12   x sections   section table: kind, offset, size_bytes (4 bytes each), by kind
//   ...          sections     each begins at a multiple of 4; the gaps are zero
//
//   kind  section     elements
//   1     shape       struct Shape, once
//   2     rows        products + 1 x uint32: where the edges of each product begin in `edges`
//   3     edges       a row for each product, see below
//   4     codebook    32 x int16: the weights that the low five bits of an edge's code stand for
//   5     supports    8 x uint32: "bought together in at least this many orders", by class
//   6     prices      products x uint32: minor units, 0 unknown; for planning only, or absent
//   16    ids         text: one line a product
//   17    titles      text, or absent
//   18    urls        text, or absent
//   19    images      text, or absent
//
// Text sections hold UTF-8, one line for each product, each closed by '\n'; scoring never touches
// them. Products are numbered by popularity, best seller first, so that the best sellers need no
// section of their own and equal scores fall to what more people buy.
//
// A row lists the neighbours of one product by ascending number. Each edge is
//   gap    1 to 3 bytes, LEB128: the neighbour's number less the one before, less one
//          (the first counts from -1)
//   code   1 byte: weight in the low five bits, support class in the high three
// so that decoding runs in place, forward, and touches nothing but the row.

#include <cstddef>
#include <cstdint>

namespace goeswith {

/// A product's number in the model: its rank by popularity, from 0.
using ProductId = std::uint32_t;

inline constexpr unsigned char kMagic[4] = {'G', 'W', 'M', 0x1A};
inline constexpr std::uint16_t kVersion = 1;
inline constexpr std::size_t kHeaderBytes = 16;
inline constexpr std::size_t kEntryBytes = 12;
inline constexpr std::size_t kMaxSections = 64;
inline constexpr std::uint32_t kMaxProducts = 1u << 21;

enum class Section : std::uint32_t {
    shape = 1,
    rows = 2,
    edges = 3,
    codebook = 4,
    supports = 5,
    prices = 6,
    ids = 16,
    titles = 17,
    urls = 18,
    images = 19,
};

inline constexpr unsigned kWeightBits = 5;
inline constexpr unsigned kWeights = 1u << kWeightBits;
inline constexpr unsigned kSupportClasses = 8;

/// The section `shape`, 24 bytes.
struct Shape {
    std::uint32_t products;
    std::uint32_t edges;
    float scale;             // a score is the sum of codebook weights times this
    char currency[4];        // ISO 4217 and a zero, or zeros
    std::uint32_t exponent;  // of the currency
    std::uint32_t reserved;  // 0
};
static_assert(sizeof(Shape) == 24);

}  // namespace goeswith
