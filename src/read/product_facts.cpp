#include "read/product_facts.h"

#include <algorithm>
#include <cstdlib>

namespace goeswith {

void ProductFacts::saw_title(std::string_view title) {
    for (Title& known : titles_)
        if (known.text == title) {
            ++known.lines;
            return;
        }
    if (titles_.size() < kCandidates)
        titles_.push_back({std::string(title), 1});
}

void ProductFacts::saw_price(std::int64_t amount) {
    PriceCount* nearest = nullptr;
    for (PriceCount& known : prices_) {
        if (known.amount == amount) {
            ++known.lines;
            return;
        }
        if (!nearest || std::llabs(known.amount - amount) < std::llabs(nearest->amount - amount))
            nearest = &known;
    }
    if (prices_.size() < kCandidates)
        prices_.push_back({amount, 1});
    else
        ++nearest->lines;  // the median hardly moves by that
}

std::string ProductFacts::title() const {
    const auto most =
        std::max_element(titles_.begin(), titles_.end(),
                         [](const Title& a, const Title& b) { return a.lines < b.lines; });
    return most == titles_.end() ? std::string() : most->text;
}

std::int64_t ProductFacts::median_price() const {
    std::vector<PriceCount> sorted = prices_;
    std::sort(sorted.begin(), sorted.end(),
              [](const PriceCount& a, const PriceCount& b) { return a.amount < b.amount; });
    std::uint64_t lines = 0;
    for (const PriceCount& price : sorted)
        lines += price.lines;
    std::uint64_t below = 0;
    for (const PriceCount& price : sorted)
        if ((below += price.lines) * 2 >= lines)
            return price.amount;
    return kNoPrice;
}

}  // namespace goeswith
