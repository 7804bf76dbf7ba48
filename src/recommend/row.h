#pragma once

// How `Recommender` fills a row; only its own sources include this.

#include "recommend/recommender.h"

namespace goeswith {

/// The offers that are chosen so far. What is in it is taken, and given back by `clear`.
class Recommender::Row {
  public:
    Row(Recommender& recommender, std::span<Offer> out) noexcept : of_(recommender), out_(out) {}

    bool full() const noexcept { return count_ == out_.size(); }
    std::size_t left() const noexcept { return out_.size() - count_; }

    void add(const Offer& offer) noexcept {
        if (full())
            return;
        out_[count_++] = offer;
        of_.scores_.take(offer.product);
    }

    /// Whether a product is still free, and one more of its kind is wanted.
    bool admits(ProductId product) const noexcept {
        if (!of_.scores_.free(product))
            return false;
        if (!of_.narrow_)
            return true;
        const ProductFacts facts(of_.model_, product);
        for (const Rule& rule : of_.active()) {
            if (rule.action != Action::at_most || !of_.rules_.selects(rule.select, facts))
                continue;
            const std::uint32_t kind = kind_of(rule.kind, of_.model_, product);
            std::uint32_t same = 0;
            for (const Offer& offer : out_.first(count_))
                same += kind != kNoKind && kind_of(rule.kind, of_.model_, offer.product) == kind &&
                        of_.rules_.selects(rule.select, {of_.model_, offer.product});
            if (same >= rule.amount)
                return false;
        }
        return true;
    }

    /// Gives back what was taken, and tells how many offers there are.
    std::size_t clear() noexcept {
        for (const Offer& offer : out_.first(count_))
            of_.scores_.give_back(offer.product);
        return count_;
    }

  private:
    Recommender& of_;
    std::span<Offer> out_;
    std::size_t count_ = 0;
};

/// The best of what is put in, in memory of the caller's: higher keys first, of equal ones the
/// smaller number.
template <typename Entry>
class Best {
  public:
    explicit Best(std::span<Entry> room) noexcept : room_(room) {}

    static bool before(const Entry& a, const Entry& b) noexcept {
        return a.key != b.key ? a.key > b.key : a.product < b.product;
    }
    bool full() const noexcept { return count_ == room_.size(); }
    /// Whether anything with this key, or a lower one and a higher number, would still get in.
    bool open_to(decltype(Entry::key) key) const noexcept {
        return !full() || key > room_[count_ - 1].key;
    }

    void put(const Entry& entry) noexcept {
        if (full() && (count_ == 0 || !before(entry, room_[count_ - 1])))
            return;
        // Most of what gets in belongs somewhere in the middle.
        std::size_t from = 0, to = count_;
        while (from < to) {
            const std::size_t middle = (from + to) / 2;
            if (before(room_[middle], entry))
                from = middle + 1;
            else
                to = middle;
        }
        if (!full())
            ++count_;
        for (std::size_t at = count_ - 1; at > from; --at)
            room_[at] = room_[at - 1];
        room_[from] = entry;
    }
    std::span<const Entry> entries() const noexcept { return room_.first(count_); }

  private:
    std::span<Entry> room_;
    std::size_t count_ = 0;
};

}  // namespace goeswith
