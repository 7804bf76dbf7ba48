#include "model/model.h"

#include <cstring>
#include <limits>

namespace goeswith {

std::string_view Model::currency() const noexcept {
    return {currency_, currency_[0] == 0 ? std::size_t{0} : std::size_t{3}};
}

std::string_view Model::text(Section section) const noexcept {
    if (section < Section::ids || section > Section::tag_names)
        return {};
    const Bytes bytes = part(section);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Walks the file front to back; the first thing that is wrong ends the walk.
class ModelOpener {
  public:
    explicit ModelOpener(Bytes bytes) noexcept : bytes_(bytes) {}

    OpenResult open() noexcept {
        if (header() && sections() && shape() && sizes() && numbers() && edges() && texts() &&
            facts())
            result_.model.bytes_ = bytes_;
        else
            result_.model = Model{};
        return result_;
    }

  private:
    bool fail(Status status, [[maybe_unused]] std::size_t offset) noexcept {
        result_.status = status;
#ifndef __EMSCRIPTEN__  // a page tells no offset, and finding it is a tenth of this walk
        result_.offset = offset;
#endif
        return false;
    }

    std::size_t offset_of(Bytes part) const noexcept {
        return static_cast<std::size_t>(part.data() - bytes_.data());
    }

    bool header() noexcept {
        for (std::size_t i = 0; i < sizeof kMagic && i < bytes_.size(); ++i)
            if (bytes_[i] != kMagic[i])
                return fail(Status::not_a_model, i);
        if (bytes_.size() < kHeaderBytes)
            return fail(Status::too_short, bytes_.size());
        // Before anything else that may look different in a newer version.
        if (load_u16(&bytes_[4]) > kVersion)
            return fail(Status::newer_version, 4);
        if (load_u16(&bytes_[4]) == 0)
            return fail(Status::not_a_model, 4);
        const std::uint32_t size = load_u32(&bytes_[8]);
        if (bytes_.size() < size)
            return fail(Status::too_short, bytes_.size());
        if (bytes_.size() > size)
            return fail(Status::too_long, size);
        if (adler32(bytes_.subspan(kHeaderBytes), adler32(bytes_.first(12))) !=
            load_u32(&bytes_[12]))
            return fail(Status::damaged, 12);
        return true;
    }

    bool sections() noexcept {
        const std::size_t count = load_u16(&bytes_[6]);
        std::size_t end = kHeaderBytes + count * kEntryBytes;
        if (count > kMaxSections || end > bytes_.size())
            return fail(Status::bad_section_table, 6);
        std::uint32_t last_kind = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t entry = kHeaderBytes + i * kEntryBytes;
            const std::uint32_t kind = load_u32(&bytes_[entry]);
            const std::size_t offset = load_u32(&bytes_[entry + 4]);
            const std::size_t size = load_u32(&bytes_[entry + 8]);
            // Each section begins where the one before ends, so none can overlap and no byte of
            // the file is out of sight.
            if (kind <= last_kind || offset != (end + 3) / 4 * 4 || offset > bytes_.size() ||
                size > bytes_.size() - offset)
                return fail(Status::bad_section_table, entry);
            last_kind = kind;
            end = offset + size;
            // A section that this version does not know is not in the way.
            if (kind < kKnownKinds)
                model().parts_[kind] = bytes_.subspan(offset, size);
        }
        if (end != bytes_.size())
            return fail(Status::bad_section_table, end);
        for (const Section kind : {Section::shape, Section::rows, Section::edges, Section::codebook,
                                   Section::supports, Section::ids})
            if (!part(kind).data())
                return fail(Status::missing_section, kHeaderBytes);
        shape_ = part(Section::shape);
        codebook_ = part(Section::codebook);
        model().rows_ = part(Section::rows);
        model().edge_bytes_ = part(Section::edges);
        model().supports_ = part(Section::supports);
        return true;
    }

    bool shape() noexcept {
        if (shape_.size() != sizeof(Shape))
            return fail(Status::bad_section_size, offset_of(shape_));
        Model& m = model();
        m.products_ = load_u32(&shape_[0]);
        m.edges_ = load_u32(&shape_[4]);
        const std::uint32_t scale = load_u32(&shape_[8]);
        std::memcpy(&m.scale_, &scale, sizeof scale);
        std::memcpy(m.currency_, &shape_[12], sizeof m.currency_);
        m.exponent_ = load_u32(&shape_[16]);
        const auto letter = [&](int i) { return m.currency_[i] >= 'A' && m.currency_[i] <= 'Z'; };
        const bool named = letter(0) && letter(1) && letter(2) && m.currency_[3] == 0;
        const bool nameless = load_u32(&shape_[12]) == 0;
        constexpr float kLargestFloat = std::numeric_limits<float>::max();
        // The comparison with the largest float is false for a NaN and for infinity.
        if (m.products_ > kMaxProducts || !(m.scale_ > 0 && m.scale_ <= kLargestFloat) ||
            m.exponent_ > 4 || !(named || nameless) || load_u32(&shape_[20]) != 0)
            return fail(Status::bad_shape, offset_of(shape_));
        return true;
    }

    bool sizes() noexcept {
        const Model& m = model();
        const std::size_t products = m.products_;
        if (m.rows_.size() != (products + 1) * 4)
            return fail(Status::bad_section_size, offset_of(m.rows_));
        if (codebook_.size() != kWeights * 2)
            return fail(Status::bad_section_size, offset_of(codebook_));
        if (m.supports_.size() != kSupportClasses * 4)
            return fail(Status::bad_section_size, offset_of(m.supports_));
        struct PerProduct {
            Section kind;
            std::size_t size;
        };
        constexpr PerProduct kPerProduct[] = {
            {Section::prices, 4},     {Section::shares, 1},    {Section::categories, 2},
            {Section::brands, 2},     {Section::tags, 4},      {Section::parents, 4},
            {Section::first_days, 2}, {Section::intervals, 2}, {Section::margins, 1}};
        for (const auto [kind, size] : kPerProduct)
            if (!part(kind).empty() && part(kind).size() != products * size)
                return fail(Status::bad_section_size, offset_of(part(kind)));
        const Bytes about = part(Section::about);
        if (!about.empty() && about.size() != sizeof(About))
            return fail(Status::bad_section_size, offset_of(about));
        if (part(Section::trending).size() % 4 != 0)
            return fail(Status::bad_section_size, offset_of(part(Section::trending)));
        return true;
    }

    bool numbers() noexcept {
        Model& m = model();
        for (unsigned i = 0; i < kWeights; ++i)
            m.weights_[i] = static_cast<std::int16_t>(load_u16(&codebook_[std::size_t{2} * i]));
        std::uint32_t last = 0;
        for (std::uint8_t i = 0; i < kSupportClasses; ++i) {
            const std::uint32_t support = m.support(i);
            if (i == 0 ? support != 0 : support <= last)
                return fail(Status::bad_supports, offset_of(m.supports_) + std::size_t{4} * i);
            last = support;
        }
        return true;
    }

    bool edges() noexcept {
        const Model& m = model();
        const Bytes all = m.edge_bytes_;
        std::size_t at = 0;
        std::uint32_t count = 0;
        if (load_u32(&m.rows_[0]) != 0)
            return fail(Status::bad_row, offset_of(m.rows_));
        for (ProductId product = 0; product < m.products_; ++product) {
            const std::size_t entry = std::size_t{4} * product + 4;
            const std::size_t end = load_u32(&m.rows_[entry]);
            if (end < at || end > all.size())
                return fail(Status::bad_row, offset_of(m.rows_) + entry);
            std::uint32_t next = 0;
            while (at < end) {
                const std::size_t began = at;
                std::uint32_t gap = 0;
                for (unsigned shift = 0;; shift += 7) {
                    // Three bytes reach 2^21 products; a code byte must follow in the same row.
                    if (shift > 14 || at + 1 >= end)
                        return fail(Status::bad_row, offset_of(all) + began);
                    gap |= (all[at] & 0x7Fu) << shift;
                    if (!(all[at++] & 0x80u))
                        break;
                }
                ++at;
                const std::uint32_t neighbour = next + gap;
                if (neighbour >= m.products_ || neighbour == product)
                    return fail(Status::bad_neighbour, offset_of(all) + began);
                next = neighbour + 1;
                ++count;
            }
        }
        if (at != all.size())
            return fail(Status::bad_row, offset_of(all) + at);
        if (count != m.edges_)
            return fail(Status::bad_shape, offset_of(shape_) + 4);
        return true;
    }

    bool texts() noexcept {
        for (const Section kind : {Section::ids, Section::titles, Section::urls, Section::images}) {
            const Bytes text = part(kind);
            if ((kind == Section::ids || !text.empty()) && lines_of(text) != model_products())
                return fail(Status::bad_text, offset_of(text));
        }
        for (const Section kind :
             {Section::category_names, Section::brand_names, Section::tag_names})
            if (lines_of(part(kind)) > kNoGroup)
                return fail(Status::bad_text, offset_of(part(kind)));
        return true;
    }

    /// How many lines a text has; more than any text may have where its last one is not closed.
    static std::size_t lines_of(Bytes text) noexcept {
        std::size_t lines = 0;
        for (const unsigned char byte : text)
            lines += byte == '\n';
        return text.empty() || text.back() == '\n' ? lines : ~std::size_t{0};
    }

    /// What is told of products: every number names something that is there.
    bool facts() noexcept {
        Model& m = model();
        if (const Bytes about = part(Section::about); !about.empty()) {
            const std::uint32_t own = load_u32(&about[0]);
            if (own > kMaxOwn || load_u32(&about[12]) != 0)
                return fail(Status::bad_fact, offset_of(about));
            m.own_ = static_cast<std::int32_t>(own);
            m.orders_ = load_u32(&about[4]);
            m.newest_day_ = load_u32(&about[8]);
        }
        const std::size_t tags = lines_of(part(Section::tag_names));
        return tags <= kTags ? groups(Section::categories, Section::category_names) &&
                                   groups(Section::brands, Section::brand_names) && parents() &&
                                   every(Section::tags,
                                         [&](ProductId product) {
                                             return tags == kTags || m.tags(product) >> tags == 0;
                                         }) &&
                                   trending() && upgrades()
                             : fail(Status::bad_fact, offset_of(part(Section::tag_names)));
    }

    template <typename Holds>
    bool every(Section kind, Holds holds) noexcept {
        for (ProductId product = 0; !part(kind).empty() && product < model_products(); ++product)
            if (!holds(product))
                return fail(Status::bad_fact, offset_of(part(kind)));
        return true;
    }

    bool groups(Section kind, Section names) noexcept {
        const std::size_t count = lines_of(part(names));
        return every(kind, [&](ProductId product) {
            const std::uint16_t group = model().u16(kind, product, kNoGroup);
            return group == kNoGroup || group < count;
        });
    }

    bool parents() noexcept {
        return every(Section::parents, [&](ProductId product) {
            const ProductId parent = model().parent(product);
            return parent <= product && model().parent(parent) == parent;
        });
    }

    bool trending() noexcept {
        for (std::size_t at = 0; at < model().trending_count(); ++at)
            if (model().trending(at) >= model_products())
                return fail(Status::bad_fact, offset_of(part(Section::trending)) + 4 * at);
        return true;
    }

    bool upgrades() noexcept {
        const Bytes all = part(Section::upgrades);
        if (all.empty())
            return true;
        std::size_t at = 0;
        for (ProductId product = 0; product < model_products(); ++product) {
            unsigned left = at < all.size() ? all[at++] : kUpgrades + 1;
            if (left > kUpgrades)
                return fail(Status::bad_fact, offset_of(all) + at);
            for (; left > 0; --left) {
                std::size_t end = at;
                while (end < all.size() && end < at + 2 && all[end] & 0x80u)
                    ++end;
                if (end >= all.size() || all[end] & 0x80u)
                    return fail(Status::bad_fact, offset_of(all) + at);
                const unsigned char* number = &all[at];
                const std::uint32_t better = load_leb128(number);
                if (better >= model_products() || better == product)
                    return fail(Status::bad_fact, offset_of(all) + at);
                at = end + 1;
            }
        }
        return at == all.size() || fail(Status::bad_fact, offset_of(all) + at);
    }

    std::size_t model_products() const noexcept {
        return result_.model.products_;
    }
    Model& model() noexcept {
        return result_.model;
    }
    const Bytes& part(Section kind) const noexcept {
        return result_.model.part(kind);
    }

    Bytes bytes_, shape_, codebook_;
    OpenResult result_;
};

OpenResult open_model(Bytes bytes) noexcept {
    return ModelOpener(bytes).open();
}

}  // namespace goeswith
