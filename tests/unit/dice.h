#pragma once

#include <cstdint>
#include <random>

namespace goeswith::test {

/// Steady random numbers: the standard fixes what mt19937 gives, and not what its distributions do.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    /// 0 to `bound` - 1.
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(engine_() % bound);
    }
    std::mt19937& engine() { return engine_; }

  private:
    std::mt19937 engine_;
};

}  // namespace goeswith::test
