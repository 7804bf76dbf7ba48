#include "read/product_facts.h"

#include <algorithm>

namespace goeswith {

void ToldFacts::saw_title(std::string_view title) {
    for (Title& known : titles_)
        if (known.text == title) {
            ++known.lines;
            return;
        }
    if (titles_.size() < kCandidates)
        titles_.push_back({std::string(title), 1});
}

void ToldFacts::saw_price(std::int64_t amount) {
    const auto at =
        std::lower_bound(prices_.begin(), prices_.end(), amount,
                         [](const PriceCount& a, std::int64_t b) { return a.amount < b; });
    if (at != prices_.end() && at->amount == amount) {
        ++at->lines;
        return;
    }
    prices_.insert(at, {amount, 1});
    if (prices_.size() > kCandidates)
        merge_two_prices();
}

/// Moves the lines of one price to its neighbour, where that moves them least in all: a streaming
/// histogram after Ben-Haim and Tom-Tov 2010, whose bins stay prices that stood in the file.
void ToldFacts::merge_two_prices() {
    const auto cost_of = [this](std::size_t i) {
        const auto gap = static_cast<double>(prices_[i + 1].amount - prices_[i].amount);
        return gap * std::min(prices_[i].lines, prices_[i + 1].lines);
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i + 1 < prices_.size(); ++i)
        if (cost_of(i) < cost_of(best))
            best = i;
    PriceCount& low = prices_[best];
    const PriceCount& high = prices_[best + 1];
    low = {low.lines >= high.lines ? low.amount : high.amount, low.lines + high.lines};
    prices_.erase(prices_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
}

std::string ToldFacts::title() const {
    const auto most =
        std::max_element(titles_.begin(), titles_.end(),
                         [](const Title& a, const Title& b) { return a.lines < b.lines; });
    return most == titles_.end() ? std::string() : most->text;
}

std::int64_t ToldFacts::median_price() const {
    std::uint64_t lines = 0;
    for (const PriceCount& price : prices_)
        lines += price.lines;
    std::uint64_t below = 0;
    for (const PriceCount& price : prices_)
        if ((below += price.lines) * 2 >= lines)
            return price.amount;
    return kNoPrice;
}

}  // namespace goeswith
