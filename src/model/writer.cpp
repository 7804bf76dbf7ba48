#include "model/writer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "model/bytes.h"
#include "model/codebook.h"

namespace goeswith {
namespace {

using Buffer = std::vector<unsigned char>;

void put_u16(Buffer& out, std::uint32_t value) {
    out.push_back(static_cast<unsigned char>(value));
    out.push_back(static_cast<unsigned char>(value >> 8));
}

void put_u32(Buffer& out, std::uint32_t value) {
    put_u16(out, value);
    put_u16(out, value >> 16);
}

template <typename Number>
Buffer numbers_of(const std::vector<Number>& numbers) {
    Buffer out;
    for (const Number number : numbers)
        for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
            out.push_back(static_cast<unsigned char>(number >> (8 * byte)));
    return out;
}

void put_leb128(Buffer& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<unsigned char>(value | 0x80));
    out.push_back(static_cast<unsigned char>(value));
}

Buffer shape_of(const ModelContent& content, std::size_t edges, float scale) {
    Buffer out;
    put_u32(out, static_cast<std::uint32_t>(content.rows.size()));
    put_u32(out, static_cast<std::uint32_t>(edges));
    std::uint32_t scale_bits;  // em++ 3.1.6 has no std::bit_cast
    std::memcpy(&scale_bits, &scale, sizeof scale_bits);
    put_u32(out, scale_bits);
    for (std::size_t i = 0; i < 4; ++i)
        out.push_back(i < content.currency.size() && i < 3
                          ? static_cast<unsigned char>(content.currency[i])
                          : 0);
    put_u32(out, static_cast<std::uint32_t>(content.exponent));
    put_u32(out, 0);
    return out;
}

struct EncodedRows {
    Buffer rows, edges, codebook, supports;
    std::size_t count = 0;
    float scale = 1;
    std::uint32_t own = 0;
};

std::uint32_t own_code(double strong_affinity, double own) {
    return static_cast<std::uint32_t>(std::clamp(strong_affinity * own, 0.0, double{kMaxOwn}));
}

void store_u32(unsigned char* at, std::uint32_t value) {
    for (unsigned byte = 0; byte < 4; ++byte)
        at[byte] = static_cast<unsigned char>(value >> (8 * byte));
}

// A strong affinity: the weight that only one edge in twenty exceeds; where nothing speaks for
// anything, own orders are all there is.
std::uint32_t own_weight(const ModelContent& content, const Codebook& book) {
    std::vector<std::int16_t> weights;
    for (const auto& row : content.rows)
        for (const WeightedEdge& edge : row)
            if (edge.weight > 0)
                weights.push_back(book.weights[book.nearest(edge.weight)]);
    if (weights.empty())
        return own_code(kMaxOwn, content.own);
    const auto at = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() * 95 / 100);
    std::nth_element(weights.begin(), at, weights.end());
    return own_code(*at, content.own);
}

EncodedRows encode_rows(const ModelContent& content) {
    std::vector<float> weights;
    for (const auto& row : content.rows)
        for (const WeightedEdge& edge : row)
            weights.push_back(edge.weight);
    const Codebook book = fit_codebook(weights);
    const std::vector<std::uint32_t> classes = support_classes(content.support_floor);

    EncodedRows out;
    out.scale = book.scale;
    out.own = own_weight(content, book);
    out.count = weights.size();
    put_u32(out.rows, 0);
    for (auto row : content.rows) {
        std::sort(row.begin(), row.end(),
                  [](const auto& a, const auto& b) { return a.neighbour < b.neighbour; });
        ProductId next = 0;
        for (const WeightedEdge& edge : row) {
            const auto support_class =
                std::upper_bound(classes.begin(), classes.end(), edge.support) - classes.begin() -
                1;
            put_leb128(out.edges, edge.neighbour - next);
            out.edges.push_back(static_cast<unsigned char>(book.nearest(edge.weight) |
                                                           support_class << kWeightBits));
            next = edge.neighbour + 1;
        }
        put_u32(out.rows, static_cast<std::uint32_t>(out.edges.size()));
    }
    for (const std::int16_t weight : book.weights)
        put_u16(out.codebook, static_cast<std::uint16_t>(weight));
    for (const std::uint32_t support : classes)
        put_u32(out.supports, support);
    return out;
}

Buffer lines_of(const std::vector<std::string>& texts) {
    Buffer out;
    for (const std::string& text : texts) {
        for (const char byte : text) {
            const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
            out.push_back(control ? static_cast<unsigned char>(' ')
                                  : static_cast<unsigned char>(byte));
        }
        out.push_back('\n');
    }
    return out;
}

bool all_empty(const std::vector<std::string>& texts) {
    return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
}

Buffer about_of(const ModelContent& content, std::uint32_t own) {
    std::uint32_t digits = 1;
    while (content.orders / digits >= 100)
        digits *= 10;
    Buffer out;
    put_u32(out, own);
    put_u32(out, content.orders / digits * digits);
    put_u32(out, content.newest_day);
    put_u32(out, 0);
    return out;
}

Buffer upgrades_of(const std::vector<std::vector<ProductId>>& upgrades) {
    Buffer out;
    for (const auto& row : upgrades) {
        out.push_back(static_cast<unsigned char>(row.size()));
        for (const ProductId product : row)
            put_leb128(out, product);
    }
    return out;
}

/// The sections in the order of their kinds; an optional one that is empty is left out.
class Sections {
  public:
    void must(Section kind, Buffer bytes) { all_.emplace_back(kind, std::move(bytes)); }
    void may(Section kind, Buffer bytes) {
        if (!bytes.empty())
            must(kind, std::move(bytes));
    }
    void may(Section kind, const std::vector<std::string>& texts) {
        if (!all_empty(texts))
            must(kind, lines_of(texts));
    }
    const std::vector<std::pair<Section, Buffer>>& all() const { return all_; }

  private:
    std::vector<std::pair<Section, Buffer>> all_;
};

Sections sections_of(const ModelContent& content) {
    EncodedRows encoded = encode_rows(content);
    Sections sections;
    sections.must(Section::shape, shape_of(content, encoded.count, encoded.scale));
    sections.must(Section::rows, std::move(encoded.rows));
    sections.must(Section::edges, std::move(encoded.edges));
    sections.must(Section::codebook, std::move(encoded.codebook));
    sections.must(Section::supports, std::move(encoded.supports));
    sections.may(Section::prices, numbers_of(content.prices));
    sections.may(Section::about, about_of(content, encoded.own));
    sections.may(Section::shares, numbers_of(content.shares));
    sections.may(Section::categories, numbers_of(content.categories));
    sections.may(Section::brands, numbers_of(content.brands));
    sections.may(Section::tags, numbers_of(content.tags));
    sections.may(Section::parents, numbers_of(content.parents));
    sections.may(Section::first_days, numbers_of(content.first_days));
    sections.may(Section::intervals, numbers_of(content.intervals));
    sections.may(Section::margins, numbers_of(content.margins));
    sections.must(Section::ids, lines_of(content.ids));
    sections.may(Section::titles, content.titles);
    sections.may(Section::urls, content.urls);
    sections.may(Section::images, content.images);
    sections.may(Section::category_names, content.category_names);
    sections.may(Section::brand_names, content.brand_names);
    sections.may(Section::tag_names, content.tag_names);
    sections.may(Section::trending, numbers_of(content.trending));
    sections.may(Section::upgrades, upgrades_of(content.upgrades));
    return sections;
}

}  // namespace

std::vector<std::uint32_t> support_classes(std::uint32_t floor) {
    return {0, floor, floor * 2, floor * 4, floor * 10, floor * 20, floor * 40, floor * 100};
}

void count_own_anew(std::vector<unsigned char>& model, double from, double to) {
    std::size_t entry = kHeaderBytes;
    while (load_u32(&model[entry]) != static_cast<std::uint32_t>(Section::about))
        entry += kEntryBytes;
    unsigned char* const about = &model[load_u32(&model[entry + 4])];
    store_u32(about, own_code(load_u32(about) / from, to));
    const Bytes all(model);
    store_u32(&model[12], adler32(all.subspan(kHeaderBytes), adler32(all.first(12))));
}

std::uint8_t share_code(double share) {
    if (share <= 0)
        return kNeverSold;
    return static_cast<std::uint8_t>(
        std::clamp(std::round(-8 * std::log2(share)), 0.0, kNeverSold - 1.0));
}

std::vector<unsigned char> write_model(const ModelContent& content) {
    assert(content.rows.size() <= kMaxProducts && content.ids.size() == content.rows.size());
    assert(content.support_floor > 0);  // the classes above it ascend
    const Sections sections = sections_of(content);
    Buffer table;
    Buffer body;
    const std::size_t body_begin = kHeaderBytes + sections.all().size() * kEntryBytes;
    for (const auto& [kind, bytes] : sections.all()) {
        while ((body_begin + body.size()) % 4 != 0)
            body.push_back(0);
        put_u32(table, static_cast<std::uint32_t>(kind));
        put_u32(table, static_cast<std::uint32_t>(body_begin + body.size()));
        put_u32(table, static_cast<std::uint32_t>(bytes.size()));
        body.insert(body.end(), bytes.begin(), bytes.end());
    }

    Buffer file(kMagic, kMagic + sizeof kMagic);
    put_u16(file, kVersion);
    put_u16(file, static_cast<std::uint32_t>(sections.all().size()));
    put_u32(file, static_cast<std::uint32_t>(body_begin + body.size()));
    table.insert(table.end(), body.begin(), body.end());
    put_u32(file, adler32(table, adler32(file)));
    file.insert(file.end(), table.begin(), table.end());
    return file;
}

}  // namespace goeswith
