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
//   6     prices      products x uint32: minor units, 0 unknown; for planning only
//   7     about       struct About, once
//   8     shares      products x uint8: -8 log2 of the share of orders with the product, 255 none
//   9     categories  products x uint16: a line of `category names`, 0xFFFF none
//   10    brands      products x uint16: a line of `brand names`, 0xFFFF none
//   11    tags        products x uint32: bit n is line n of `tag names`
//   12    parents     products x uint32: the first product of the same parent, itself where alone
//   13    first days  products x uint16: days since 1970-01-01 when it was first seen, 0 unknown
//   14    intervals   products x uint16: usual days until the same customer buys it again, or 0
//   15    margins     products x uint8: percent of the price, 255 unknown
//   16    ids         text, one line a product; likewise
//   17    titles, 18 urls, 19 images
//   20    category names, 21 brand names, 22 tag names (at most 32): text, one line a name
//   32    trending    n x uint32: products that rise against their own past, strongest first
//   33    upgrades    for each product: how many (1 byte, at most 8), then their numbers (LEB128)
//
// The sections 1 to 5 and `ids` are always there; any other may be absent, and is empty then.
// Text sections hold UTF-8, each line closed by '\n'; scoring never touches them. Products are
// numbered by popularity, best seller first, so that the best sellers need no section of their own
// and equal scores fall to what more people buy.
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
    about = 7,
    shares = 8,
    categories = 9,
    brands = 10,
    tags = 11,
    parents = 12,
    first_days = 13,
    intervals = 14,
    margins = 15,
    ids = 16,
    titles = 17,
    urls = 18,
    images = 19,
    category_names = 20,
    brand_names = 21,
    tag_names = 22,
    trending = 32,
    upgrades = 33,
};
inline constexpr std::size_t kKnownKinds = 34;  // kinds below it have room in a `Model`

inline constexpr unsigned kWeightBits = 5;
inline constexpr unsigned kWeights = 1u << kWeightBits;
inline constexpr unsigned kSupportClasses = 8;
inline constexpr std::uint16_t kNoGroup = 0xFFFF;  // no category, no brand
inline constexpr unsigned kTags = 32;
inline constexpr unsigned kUpgrades = 8;  // of one product, at most
inline constexpr std::uint8_t kNoMargin = 255;
inline constexpr std::uint8_t kNeverSold = 255;  // as a share of orders
inline constexpr std::uint32_t kMaxOwn = 32767;

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

/// The section `about`, 16 bytes.
struct About {
    std::uint32_t own;         // what an own earlier order adds to a score, up to kMaxOwn
    std::uint32_t orders;      // in training, rounded down to two digits; 0 unknown
    std::uint32_t newest_day;  // of the orders, days since 1970-01-01; 0 unknown
    std::uint32_t reserved;    // 0
};
static_assert(sizeof(About) == 16);

}  // namespace goeswith
