#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/orders.h"

namespace goeswith {

/// What the order lines of one product tell of it, put together by majority.
///
/// Memory is bounded: an export that gives each line another title or price costs no more than
/// `kCandidates` of them a product. The result depends on the lines alone and on their order.
class ToldFacts {
  public:
    void saw_title(std::string_view title);
    void saw_price(std::int64_t amount);

    /// The most frequent title, among the first `kCandidates`; of equals the first seen.
    std::string title() const;
    /// The price of the middle line, kNoPrice if no line told one: a price that stood in the file,
    /// and the exact median as long as there were at most `kCandidates` different ones.
    std::int64_t median_price() const;

  private:
    static constexpr std::size_t kCandidates = 32;

    struct Title {
        std::string text;
        std::uint32_t lines;
    };
    struct PriceCount {
        std::int64_t amount;
        std::uint32_t lines;
    };
    void merge_two_prices();

    std::vector<Title> titles_;
    std::vector<PriceCount> prices_;  // ascending
};

}  // namespace goeswith
