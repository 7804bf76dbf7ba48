#include "read/ids.h"

#include <algorithm>

namespace goeswith {

std::string_view IdTable::text(std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(arena_).substr(begin, ends_[number] - begin);
}

std::uint32_t IdTable::number(std::string_view id) {
    if (ends_.size() * 2 >= slots_.size())
        grow();
    const auto hash = static_cast<std::uint32_t>(hash_of(id));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].number != kEmpty; at = (at + 1) & mask)
        if (slots_[at].hash == hash && text(slots_[at].number) == id)
            return slots_[at].number;
    const auto next = static_cast<std::uint32_t>(ends_.size());
    slots_[at] = {hash, next};
    arena_.append(id);
    ends_.push_back(arena_.size());
    return next;
}

bool IdTable::contains(std::string_view id) const {
    if (slots_.empty())
        return false;
    const auto hash = static_cast<std::uint32_t>(hash_of(id));
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].number != kEmpty; at = (at + 1) & mask)
        if (slots_[at].hash == hash && text(slots_[at].number) == id)
            return true;
    return false;
}

void IdTable::grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(std::max<std::size_t>(1024, old.size() * 2), {0, kEmpty});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.number == kEmpty)
            continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].number != kEmpty)
            at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace goeswith
