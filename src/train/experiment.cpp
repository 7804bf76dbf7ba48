#include "train/experiment.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace goeswith {
namespace {

constexpr std::size_t kReplicates = 1000;
constexpr std::uint64_t kGroups = 20'000;
constexpr double kDetected = 0.05;              // of the control's figure
constexpr double kPower = 1.959964 + 0.841621;  // normal quantiles of 97.5 % and 80 %

std::uint64_t mixed(std::uint64_t key) {  // SplitMix64's finaliser
    key += 0x9E3779B97F4A7C15u;
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
    return key ^ (key >> 31);
}

/// How often a group counts in a replicate: Poisson with mean 1.
double draw(std::uint64_t group, std::size_t replicate) {
    const double uniform =
        static_cast<double>(mixed(group * kReplicates + replicate) >> 11) * 0x1p-53;
    double probability = std::exp(-1.0);
    double sum = probability;
    int count = 0;
    while (uniform >= sum && count < 20) {
        probability /= ++count;
        sum += probability;
    }
    return count;
}

/// What the metrics are ratios of.
struct Sums {
    double orders = 0, priced = 0, revenue = 0, attached = 0, items = 0;

    void add(const Sums& other, double times) {
        orders += times * other.orders;
        priced += times * other.priced;
        revenue += times * other.revenue;
        attached += times * other.attached;
        items += times * other.items;
    }

    std::array<double, kMetrics> metrics() const {
        const auto ratio = [](double a, double b) { return b > 0 ? a / b : 0; };
        return {ratio(revenue, priced), ratio(attached, orders), ratio(items, orders),
                ratio(revenue, orders)};
    }
};

/// The orders of one group in one arm.
struct Cell {
    std::uint64_t group;
    std::uint32_t arm;
    Sums sums;
};

std::vector<Cell> cells_of(const Orders& orders, std::span<const std::uint32_t> arm_of,
                           std::vector<Arm>& arms) {
    std::vector<Cell> cells;
    std::vector<std::unordered_set<std::uint64_t>> shoppers(arms.size());
    for (std::size_t order = 0; order < orders.size(); ++order) {
        if (arm_of[order] == kNoArm)
            continue;
        const std::uint32_t customer = orders.customer[order];
        const std::uint64_t shopper =
            customer == kNoCustomer ? std::uint64_t{1} << 32 | order : std::uint64_t{customer};
        Arm& arm = arms[arm_of[order]];
        const bool priced = orders.amount_minor[order] > 0;
        ++arm.orders;
        arm.unpriced += priced ? 0 : 1;
        shoppers[arm_of[order]].insert(shopper);
        cells.push_back(
            {mixed(shopper) % kGroups,
             arm_of[order],
             {1, priced ? 1.0 : 0.0, priced ? static_cast<double>(orders.amount_minor[order]) : 0,
              orders.basket(order).size() > 1 ? 1.0 : 0.0,
              static_cast<double>(orders.items[order])}});
    }
    for (std::size_t arm = 0; arm < arms.size(); ++arm)
        arms[arm].shoppers = shoppers[arm].size();
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        return a.group != b.group ? a.group < b.group : a.arm < b.arm;
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (kept > 0 && cells[kept - 1].group == cells[i].group &&
            cells[kept - 1].arm == cells[i].arm)
            cells[kept - 1].sums.add(cells[i].sums, 1);
        else
            cells[kept++] = cells[i];
    }
    cells.resize(kept);
    return cells;
}

Estimate interval(double value, std::vector<double>& draws) {
    std::sort(draws.begin(), draws.end());
    const auto at = [&](double share) {
        return draws[static_cast<std::size_t>(share * static_cast<double>(draws.size() - 1) + 0.5)];
    };
    return {value, at(0.025), at(0.975)};
}

double deviation(const std::vector<double>& draws) {
    double sum = 0, squares = 0;
    for (const double draw : draws) {
        sum += draw;
        squares += draw * draw;
    }
    const auto count = static_cast<double>(draws.size());
    return std::sqrt(std::max(0.0, squares / count - sum / count * (sum / count)));
}

}  // namespace

std::vector<Arm> compare_arms(const Orders& orders, std::span<const std::uint32_t> arm_of,
                              std::size_t arm_count, std::size_t control) {
    std::vector<Arm> arms(arm_count);
    const std::vector<Cell> cells = cells_of(orders, arm_of, arms);

    std::vector<Sums> totals(arm_count);
    for (const Cell& cell : cells)
        totals[cell.arm].add(cell.sums, 1);
    using Metrics = std::array<double, kMetrics>;
    std::vector<std::vector<Metrics>> replicates(arm_count);
    for (std::size_t replicate = 0; replicate < kReplicates; ++replicate) {
        std::vector<Sums> sums(arm_count);
        double times = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i == 0 || cells[i].group != cells[i - 1].group)
                times = draw(cells[i].group, replicate);
            sums[cells[i].arm].add(cells[i].sums, times);
        }
        for (std::size_t arm = 0; arm < arm_count; ++arm)
            replicates[arm].push_back(sums[arm].orders > 0 ? sums[arm].metrics()
                                                           : totals[arm].metrics());
    }

    const Metrics of_control = totals[control].metrics();
    for (std::size_t arm = 0; arm < arm_count; ++arm) {
        const Metrics of_arm = totals[arm].metrics();
        for (std::size_t m = 0; m < kMetrics; ++m) {
            std::vector<double> draws, differences, relatives;
            for (std::size_t r = 0; r < kReplicates; ++r) {
                const double value = replicates[arm][r][m];
                const double base = replicates[control][r][m];
                draws.push_back(value);
                differences.push_back(value - base);
                relatives.push_back(base > 0 ? value / base - 1 : 0);
            }
            arms[arm].estimates[m] = interval(of_arm[m], draws);
            if (arm == control)
                continue;
            const double error = deviation(differences);
            Difference& difference = arms[arm].differences[m];
            difference.absolute = interval(of_arm[m] - of_control[m], differences);
            difference.relative =
                interval(of_control[m] > 0 ? of_arm[m] / of_control[m] - 1 : 0, relatives);
            difference.told =
                std::min(arms[arm].shoppers, arms[control].shoppers) >= kLeastShoppers &&
                (difference.absolute.low > 0 || difference.absolute.high < 0);
            if (of_control[m] > 0)
                difference.orders_needed =
                    std::pow(kPower * error / (kDetected * of_control[m]), 2) *
                    static_cast<double>(arms[arm].orders + arms[control].orders);
        }
    }
    return arms;
}

}  // namespace goeswith
