#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace goeswith {

/// Finds the value above which at most so many of very many positive floats lie, in one pass and
/// without keeping them: a histogram over the leading bits, in which floats sort as integers do.
/// The answer does not depend on the order in which the values come.
class StrongestValues {
  public:
    void add(float value) { ++count_[bucket(value)]; }
    void add(const StrongestValues& other) {
        for (std::size_t at = 0; at < count_.size(); ++at)
            count_[at] += other.count_[at];
    }

    /// The smallest value of a bucket such that at most `most` values lie in it and above. Equal to
    /// within one part in 512 of the exact answer, on the side of fewer.
    float threshold(std::uint64_t most) const {
        std::uint64_t seen = 0;
        for (std::size_t at = count_.size(); at-- > 0;) {
            seen += count_[at];
            if (seen > most)
                return value_of(at + 1);
        }
        return 0;
    }

  private:
    static constexpr unsigned kDropped = 14;  // of the 23 bits behind the point
    static constexpr std::size_t kBuckets = std::size_t{1} << (31 - kDropped);

    static std::size_t bucket(float value) {
        std::uint32_t bits;
        std::memcpy(&bits, &value, sizeof bits);
        return bits >> kDropped;
    }
    static float value_of(std::size_t bucket) {
        const auto bits = static_cast<std::uint32_t>(bucket << kDropped);
        float value;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

    std::vector<std::uint64_t> count_ = std::vector<std::uint64_t>(kBuckets, 0);
};

}  // namespace goeswith
