#include "read/oddities.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "read/text.h"
#include "read/time.h"

namespace goeswith {
namespace {

constexpr std::uint64_t kManyLines = 1000;

std::string number(std::uint64_t count) {
    return std::to_string(count);
}

void large_order(const LargestOrder& largest, std::vector<Warning>& out) {
    if (largest.lines <= kManyLines)
        return;
    out.push_back(
        {"large-order", (largest.id.empty() ? "one order" : "the order " + quoted(largest.id)) +
                            " has " + number(largest.lines) +
                            " lines: is it really one order, or is its id not that of an order?"});
}

/// When each product was bought first and last.
struct Span {
    std::int64_t first = kNoTime;
    std::int64_t last = kNoTime;
    std::uint64_t orders = 0;
};

std::vector<Span> spans_of(const Orders& orders) {
    std::vector<Span> spans(orders.ordered_products);
    for (std::size_t order = 0; order < orders.size(); ++order)
        for (const std::uint32_t product : orders.basket(order)) {
            Span& span = spans[product];
            const std::int64_t time = orders.time[order];
            ++span.orders;
            if (time == kNoTime)
                continue;
            if (span.first == kNoTime || time < span.first)
                span.first = time;
            span.last = std::max(span.last, time);  // kNoTime is before all
        }
    return spans;
}

/// Variants share a name too, but are sold side by side: only one that begins where another has
/// ended is taken for the same product under a new id.
void ids_change(const Orders& orders, const std::vector<Span>& spans, std::vector<Warning>& out) {
    constexpr std::size_t kFew = 3;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> of_title;
    for (std::uint32_t i = 0; i < spans.size(); ++i)
        if (!orders.products[i].title.empty() && spans[i].first != kNoTime)
            of_title[orders.products[i].title].push_back(i);
    std::uint64_t changed = 0;
    std::uint32_t before = 0, after = 0;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        const auto found = of_title.find(orders.products[i].title);
        if (found == of_title.end() || found->second.size() < 2 || found->second[0] != i)
            continue;
        auto& same = found->second;
        std::sort(same.begin(), same.end(), [&spans](std::uint32_t a, std::uint32_t b) {
            return spans[a].first != spans[b].first ? spans[a].first < spans[b].first : a < b;
        });
        for (std::size_t k = 1; k < same.size(); ++k) {
            if (spans[same[k]].first <= spans[same[k - 1]].last)
                continue;
            if (changed++ == 0) {
                before = same[k - 1];
                after = same[k];
            }
        }
    }
    if (changed < kFew || changed * 50 < spans.size())  // one in fifty
        return;
    const auto day = [](std::int64_t time) { return to_iso(time).substr(0, 10); };
    out.push_back(
        {"ids-change", number(changed) + " of " + number(spans.size()) +
                           " products have the name of another that was not bought any more, as " +
                           quoted(orders.products[after].title) + " was " +
                           quoted(orders.products[before].id) + " until " +
                           day(spans[before].last) + " and " + quoted(orders.products[after].id) +
                           " from " + day(spans[after].first) +
                           ": do ids change? A product that keeps its id is learned better"});
}

void ids_once(const std::vector<Span>& spans, std::vector<Warning>& out) {
    constexpr std::size_t kMany = 100;
    const auto once = static_cast<std::uint64_t>(std::count_if(
        spans.begin(), spans.end(), [](const Span& span) { return span.orders == 1; }));
    if (spans.size() < kMany || once * 10 < spans.size() * 9)
        return;
    out.push_back({"ids-once", number(once) + " of " + number(spans.size()) +
                                   " products stand in one order alone: does the column tell the "
                                   "product, or a line of an order?"});
}

void zero_prices(const ReadReport& report, std::vector<Warning>& out) {
    for (const LeftOut& left : report.left_out)
        if (left.reason == kNoPriceReason && left.lines * 100 >= report.lines)
            out.push_back(
                {"zero-prices", number(left.lines) + " of " + number(report.lines) +
                                    " lines have a price of zero or less and were left out, as " +
                                    left.example + ": are they gifts, or is it the wrong column?"});
}

/// Months since the year 0.
std::int64_t month_of(std::int64_t time) {
    const std::string day = to_iso(time);
    return std::stoll(day.substr(0, 4)) * 12 + std::stoll(day.substr(5, 2)) - 1;
}

std::string written_month(std::int64_t month) {
    const std::string number_in_year = std::to_string(month % 12 + 1);
    return std::to_string(month / 12) + (number_in_year.size() < 2 ? "-0" : "-") + number_in_year;
}

void months_and_dates(const Orders& orders, std::vector<Warning>& out) {
    constexpr std::int64_t kYear2000 = 946684800;
    constexpr std::uint64_t kOrdersAMonth = 10;  // a shop with fewer may well have none
    std::uint64_t undated = 0, early = 0, dated = 0;
    std::unordered_map<std::int64_t, std::uint64_t> orders_on;  // a day
    for (const std::int64_t time : orders.time) {
        if (time == kNoTime)
            ++undated;
        else if (time < kYear2000)
            ++early;
        else
            ++orders_on[time / 86400];
        dated += time != kNoTime;
    }
    if (undated > 0 && dated > 0)
        out.push_back({"dates", number(undated) + " of " + number(orders.size()) +
                                    " orders have no date: is it on another line of theirs?"});
    if (early > 0)
        out.push_back({"dates", number(early) + " orders are from before the year 2000: is the "
                                                "column that of the order's date?"});
    std::vector<std::int64_t> months;
    for (const auto& [day, count] : orders_on)
        months.push_back(month_of(day * 86400));
    std::sort(months.begin(), months.end());
    months.erase(std::unique(months.begin(), months.end()), months.end());
    if (months.empty() || dated < months.size() * kOrdersAMonth)
        return;
    for (std::size_t i = 1; i < months.size(); ++i) {
        const std::int64_t first = months[i - 1] + 1, last = months[i] - 1;
        if (first > last)
            continue;
        out.push_back(
            {"month-missing", "there is no order in " + written_month(first) +
                                  (first == last ? "" : " to " + written_month(last)) +
                                  ", and there are before and after: is a file missing?"});
    }
}

void one_customer(const Orders& orders, std::vector<Warning>& out) {
    constexpr std::uint64_t kMany = 50;
    std::unordered_map<std::uint32_t, std::uint64_t> orders_of;
    std::uint64_t known = 0, most = 0;
    for (const std::uint32_t customer : orders.customer)
        if (customer != kNoCustomer) {
            ++known;
            most = std::max(most, ++orders_of[customer]);
        }
    if (most < kMany || most * 5 < known)
        return;
    out.push_back({"one-customer", "one customer has " + number(most) + " of " + number(known) +
                                       " orders: is it an account that all guests share?"});
}

}  // namespace

std::vector<Warning> find_oddities(const Orders& orders, const LargestOrder& largest) {
    std::vector<Warning> out;
    const std::vector<Span> spans = spans_of(orders);
    large_order(largest, out);
    ids_change(orders, spans, out);
    ids_once(spans, out);
    zero_prices(orders.report, out);
    months_and_dates(orders, out);
    one_customer(orders, out);
    return out;
}

}  // namespace goeswith
