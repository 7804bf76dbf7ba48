#include "model/writer.h"

#include <algorithm>
#include <cassert>
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
};

EncodedRows encode_rows(const ModelContent& content) {
    std::vector<float> weights;
    for (const auto& row : content.rows)
        for (const WeightedEdge& edge : row)
            weights.push_back(edge.weight);
    const Codebook book = fit_codebook(weights);
    const std::vector<std::uint32_t> classes = support_classes(content.support_floor);

    EncodedRows out;
    out.scale = book.scale;
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

}  // namespace

std::vector<std::uint32_t> support_classes(std::uint32_t floor) {
    return {0, floor, floor * 2, floor * 4, floor * 10, floor * 20, floor * 40, floor * 100};
}

std::vector<unsigned char> write_model(const ModelContent& content) {
    assert(content.rows.size() <= kMaxProducts && content.ids.size() == content.rows.size());
    assert(content.support_floor > 0);  // the classes above it ascend
    EncodedRows encoded = encode_rows(content);

    std::vector<std::pair<Section, Buffer>> sections;
    sections.emplace_back(Section::shape, shape_of(content, encoded.count, encoded.scale));
    sections.emplace_back(Section::rows, std::move(encoded.rows));
    sections.emplace_back(Section::edges, std::move(encoded.edges));
    sections.emplace_back(Section::codebook, std::move(encoded.codebook));
    sections.emplace_back(Section::supports, std::move(encoded.supports));
    if (!content.prices.empty()) {
        Buffer prices;
        for (const std::uint32_t price : content.prices)
            put_u32(prices, price);
        sections.emplace_back(Section::prices, std::move(prices));
    }
    sections.emplace_back(Section::ids, lines_of(content.ids));
    if (!all_empty(content.titles))
        sections.emplace_back(Section::titles, lines_of(content.titles));
    if (!all_empty(content.urls))
        sections.emplace_back(Section::urls, lines_of(content.urls));
    if (!all_empty(content.images))
        sections.emplace_back(Section::images, lines_of(content.images));

    Buffer table;
    Buffer body;
    const std::size_t body_begin = kHeaderBytes + sections.size() * kEntryBytes;
    for (const auto& [kind, bytes] : sections) {
        while ((body_begin + body.size()) % 4 != 0)
            body.push_back(0);
        put_u32(table, static_cast<std::uint32_t>(kind));
        put_u32(table, static_cast<std::uint32_t>(body_begin + body.size()));
        put_u32(table, static_cast<std::uint32_t>(bytes.size()));
        body.insert(body.end(), bytes.begin(), bytes.end());
    }

    Buffer file(kMagic, kMagic + sizeof kMagic);
    put_u16(file, kVersion);
    put_u16(file, static_cast<std::uint32_t>(sections.size()));
    put_u32(file, static_cast<std::uint32_t>(body_begin + body.size()));
    table.insert(table.end(), body.begin(), body.end());
    put_u32(file, adler32(table, adler32(file)));
    file.insert(file.end(), table.begin(), table.end());
    return file;
}

}  // namespace goeswith
