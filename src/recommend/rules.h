#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/model.h"
#include "recommend/moment.h"

namespace goeswith {

/// What a rule does to the products that it selects.
enum class Action : std::uint8_t {
    exclude = 0,  // never offer them
    pin = 1,      // offer them first, in the rule's order
    boost = 2,    // raise what speaks for them by `amount` percent
    bury = 3,     // lower it by `amount` percent
    share = 4,    // only what shares the `kind` of the product at hand, or of something in the cart
    differ = 5,   // only what does not
    price = 6,    // only what costs `amount` to `amount_to` percent of the product at hand
    at_most = 7,  // at most `amount` of them in a row that share a `kind`
};
inline constexpr std::uint8_t kActions = 8;

enum class Kind : std::uint8_t { category = 0, brand = 1, parent = 2, any = 3 };
inline constexpr std::uint8_t kKinds = 4;

inline constexpr std::uint16_t kForever = 0xFFFF;
inline constexpr std::uint32_t kAnyPrice = 0xFFFFFFFF;

/// Which products: all of the conditions hold. What is not known of a product meets no condition
/// about it. As the words of a rule list have it, see `RuleList`.
struct Selector {
    std::uint16_t category = kNoGroup;  // any
    std::uint16_t brand = kNoGroup;
    std::uint32_t tags = 0;  // one of these at least; 0: any
    std::uint32_t price_from = 0;
    std::uint32_t price_to = kAnyPrice;  // planning prices, both ends included
    std::uint8_t margin_from = 0;
    std::uint8_t margin_to = kNoMargin;  // kNoMargin: any
    std::uint16_t product_count = 0;     // 0: any
    std::uint32_t product_begin = 0;     // in `RuleList`'s products, ascending but for a pin
};
static_assert(sizeof(Selector) == 24);

/// What selectors ask of a product, looked up once for all rules.
struct ProductFacts {
    ProductId product;
    ProductId parent;
    std::uint32_t tags;
    std::uint32_t price;
    std::uint16_t category;
    std::uint16_t brand;
    std::uint8_t margin_percent;

    ProductFacts(const Model& model, ProductId of) noexcept
        : product(of),
          parent(model.parent(of)),
          tags(model.tags(of)),
          price(model.price(of)),
          category(model.category(of)),
          brand(model.brand(of)),
          margin_percent(model.margin_percent(of)) {}

    /// Category and brand in one number, for a `Gate`.
    std::uint32_t groups() const noexcept {
        return category | static_cast<std::uint32_t>(brand) << 16;
    }
};

/// What most selectors fail by, in one comparison: the category and the brand that they ask for.
/// The rest is `RuleList::selects`.
struct Gate {
    std::uint32_t mask = 0;
    std::uint32_t groups = 0;

    Gate() = default;
    explicit Gate(const Selector& selector) noexcept
        : mask((selector.category == kNoGroup ? 0 : 0xFFFFu) |
               (selector.brand == kNoGroup ? 0 : 0xFFFF0000u)),
          groups((selector.category | static_cast<std::uint32_t>(selector.brand) << 16) & mask) {}
    bool open_to(std::uint32_t of) const noexcept { return (of & mask) == groups; }
};

struct Rule {
    Action action = Action::exclude;
    Kind kind = Kind::any;
    std::uint8_t placements = 0xFF;  // bit n: at Placement n
    std::uint8_t stages = 0xFF;      // bit n: for Stage n
    std::uint32_t amount = 0;
    std::uint32_t amount_to = 0;
    std::uint16_t months = 0;  // bit n: in month n + 1; 0: in every month
    std::uint16_t source = 0;  // the rule's place in the configuration, for `why`
    std::uint16_t from_day = 0;
    std::uint16_t until_day = kForever;  // both included
    Selector select;
    Selector with;            // holds when something in the cart, or the product at hand, meets it
    std::uint32_t withs = 0;  // 1: there is a `with`
};
static_assert(sizeof(Rule) == 72);

/// What of a cart counts towards a goal: where `only` is not empty, lines that meet one of these
/// selectors; never lines that meet one of `except`, which stand behind them.
struct GoalScope {
    std::uint32_t begin = 0;  // in `RuleList`'s selectors
    std::uint16_t only = 0;
    std::uint16_t except = 0;
};
static_assert(sizeof(GoalScope) == 8);

/// The merchant's rules as numbers, little-endian words:
///
///   words  rules, goals, selectors, products, picked, upgrade_from, upgrade_to    7 x uint32
///          rules x Rule             18 words each
///          goals x GoalScope        2 words each
///          selectors x Selector     6 words each: of goals
///          products x ProductId     what selectors name
///          picked x ProductId       the list `picked`, in its order
///
/// `upgrade_from` and `upgrade_to` bound the price of an upgrade, in percent above the product at
/// hand. A view: the words must outlive it.
class RuleList {
  public:
    static constexpr std::size_t kHeadWords = 7;
    static constexpr std::size_t kRuleWords = sizeof(Rule) / 4;
    static constexpr std::size_t kMostRules = 256;

    RuleList() = default;
    /// Checks every number; false, and no rules, where one is out of bounds.
    bool open(std::span<const std::uint32_t> words) noexcept;

    std::size_t size() const noexcept { return rules_.size() / kRuleWords; }
    Rule operator[](std::size_t at) const noexcept;
    std::span<const ProductId> picked() const noexcept { return picked_; }
    std::size_t goals() const noexcept { return goals_.size() * 4 / sizeof(GoalScope); }
    GoalScope goal(std::size_t at) const noexcept;
    /// Whether a product counts towards a goal.
    bool counts(std::size_t goal, const Model& model, ProductId product) const noexcept;
    std::span<const ProductId> products_of(const Selector& selector) const noexcept {
        return products_.subspan(selector.product_begin, selector.product_count);
    }
    std::uint32_t upgrade_from() const noexcept { return upgrade_from_; }
    std::uint32_t upgrade_to() const noexcept { return upgrade_to_; }

    /// Whether a rule is in force where, when and for whom a row is asked for.
    static bool in_force(const Rule& rule, const Moment& moment) noexcept;
    bool selects(const Selector& selector, const ProductFacts& facts) const noexcept;

  private:
    bool fail() noexcept;
    bool sound(const Selector& selector) const noexcept;

    std::span<const std::uint32_t> rules_, goals_, selectors_;  // their words
    std::span<const ProductId> products_, picked_;
    std::uint32_t upgrade_from_ = 10, upgrade_to_ = 60;
};

/// What of a kind a product is; kNoKind where it is not known. Variants are of their parent.
inline constexpr std::uint32_t kNoKind = 0xFFFFFFFF;
std::uint32_t kind_of(Kind kind, const Model& model, ProductId product) noexcept;

}  // namespace goeswith
