#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace goeswith::shop {

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
/// The standard library's distributions and libm differ between platforms; everything here is
/// integer arithmetic, so that a seed gives the same shop everywhere.
class Random {
  public:
    /// Equal keys give equal numbers: a key of seed and customer is that customer's own taste,
    /// remembered without storing it.
    Random(std::initializer_list<std::uint64_t> key) {
        for (const std::uint64_t part : key) {
            state_ ^= part;
            state_ = next();
        }
    }

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// A number from 0 to `bound` - 1; `bound` is at least 1 and at most 2^32. The bias of the
    /// multiplication is below bound / 2^32.
    std::uint64_t below(std::uint64_t bound) {
        assert(bound >= 1 && bound <= std::uint64_t{1} << 32);
        return (next() >> 32) * bound >> 32;
    }

    bool percent(std::uint64_t chance) { return below(100) < chance; }

  private:
    std::uint64_t state_ = 0;
};

/// Draws numbers in proportion to their weights, from all or from a part that stands together.
/// A draw costs one binary search. The weights of what is drawn from sum to less than 2^32.
class Wheel {
  public:
    void reserve(std::size_t count) { sums_.reserve(count + 1); }
    void add(std::uint64_t weight) { sums_.push_back(sums_.back() + weight); }
    std::size_t size() const { return sums_.size() - 1; }
    std::uint64_t total() const { return sums_.back(); }

    /// Needs a weight above zero in [first, last).
    std::size_t draw(Random& random, std::size_t first, std::size_t last) const {
        const std::uint64_t point = sums_[first] + random.below(sums_[last] - sums_[first]);
        const auto begin = sums_.begin();
        const auto above = std::upper_bound(begin + static_cast<std::ptrdiff_t>(first) + 1,
                                            begin + static_cast<std::ptrdiff_t>(last), point);
        return static_cast<std::size_t>(above - begin) - 1;
    }
    std::size_t draw(Random& random) const { return draw(random, 0, size()); }

  private:
    std::vector<std::uint64_t> sums_{0};
};

}  // namespace goeswith::shop
