#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "model/model.h"
#include "recommend/moment.h"
#include "recommend/offer.h"
#include "recommend/rules.h"
#include "recommend/scores.h"

namespace goeswith {

/// A gap in the order's amount, and what closing it brings; amounts in minor units of
/// `Model::currency()`.
struct Gap {
    static constexpr std::int64_t kUnknown = -1;
    std::int64_t amount_minor = 0;        // what is missing; 0 or below: nothing to close
    std::int64_t saves_minor = kUnknown;  // what the shopper saves by closing it
    std::int64_t costs_minor = 0;         // what the reward costs the merchant
};

/// Answers carts from one model and the merchant's rules, in memory that is taken once.
/// Not for several threads at once: each takes its own.
class Recommender {
  public:
    /// `model`  a view whose bytes outlive this
    explicit Recommender(const Model& model) noexcept;

    /// False when the memory could not be had; every answer is empty then.
    bool ready() const noexcept { return scores_.ready(); }

    /// Puts rules in force instead of those before. `words`, see `RuleList`, must outlive this;
    /// false, and no rules, where they are not sound or there is no memory.
    bool set_rules(std::span<const std::uint32_t> words) noexcept;

    /// Writes what to offer, best first, and returns how many.
    ///
    /// The lists of `moment` are walked in order until the row is full; nothing stands in it twice,
    /// and a variant counts as its parent. Without lists, first the products with a positive score;
    /// equal scores are ordered by product number, which is by popularity, so every platform shows
    /// the same row. Then best sellers without any tie to the cart. What has more against it than
    /// for it (a sum of 0 or below) is offered by no list that goes by sales alone. The first 3 of
    /// 10 are the first 3.
    ///
    /// The merchant's rules come in this order, wherever they stand in the configuration:
    ///   1. what is in the cart, excluded or taken is out, and `exclude` beats everything;
    ///   2. `pin` comes first, and neither 3 nor 5 keeps it out;
    ///   3. `share`, `differ` and `price` let through only what meets all of them;
    ///   4. `boost` and `bury` multiply what a list ranks by, within that list;
    ///   5. `at-most` counts down the row, pinned products included.
    ///
    /// `out`  filled from the front; may be empty
    /// Never allocates, never fails. Time grows with the neighbours of the cart, and with the
    /// catalogue only for lists of a category and for new products.
    std::size_t recommend(const Cart& cart, const Moment& moment, std::span<Offer> out) noexcept;
    std::size_t recommend(const Cart& cart, std::span<Offer> out) noexcept {
        return recommend(cart, Moment{}, out);
    }

    /// Writes the products that best close a gap, best first, and returns how many.
    ///
    /// A product closes the gap when its planning price reaches it. It fits when it costs twice
    /// the gap at most; as long as one fits, nothing dearer is written. Among those that fit,
    /// affinity times fit (the gap's share of the price) times what it leaves the merchant (where
    /// margins are known) decides, and the first 256 best sellers follow by popularity times fit.
    /// Where nothing fits, what overshoots least for its affinity comes first. Products without a
    /// planning price are left out, as is what an `exclude` is about; and, where it is known what
    /// the shopper saves, best sellers that cost more than that.
    ///
    /// Never allocates, never fails.
    std::size_t close_gap(const Cart& cart, const Moment& moment, const Gap& gap,
                          std::span<Offer> out) noexcept;
    std::size_t close_gap(const Cart& cart, std::int64_t gap_minor, std::span<Offer> out) noexcept {
        return close_gap(cart, Moment{}, Gap{gap_minor}, out);
    }

    /// Writes the pair of products that best closes a gap together when neither does alone, and
    /// returns 2, or 0 where there is none. Both go with the cart, do not speak against each other,
    /// and cost twice the gap at most; the weaker affinity counts, times fit and what is left.
    std::size_t close_gap_with_two(const Cart& cart, const Moment& moment, const Gap& gap,
                                   Offer (&out)[2]) noexcept;

    /// Writes what completes the product at hand: the one or two of its 24 strongest neighbours
    /// that go best with it and with each other, and returns how many. Two of the same kind, which
    /// are of one category and nobody buys together, are not chosen. Rules hold; pins do not.
    std::size_t bundle(const Cart& cart, const Moment& moment, Offer (&out)[2]) noexcept;

    /// Calls `visit(const Rule&)` for each rule in force that has a say about a product.
    template <typename Visit>
    void why(const Cart& cart, const Moment& moment, ProductId product, Visit&& visit) noexcept {
        begin(cart, moment);
        for (const Rule& rule : active())
            if (bears_on(rule, product))
                visit(rule);
        clear(cart);
    }

  private:
    /// What the rules say of a product.
    struct Verdict {
        bool offered;
        std::int64_t factor;  // what multiplies what a list ranks by, times kOne
    };
    static constexpr std::int64_t kOne = 1 << 16;

    class Row;
    struct Entry {
        std::int64_t key;
        ProductId product;
    };

    void begin(const Cart& cart, const Moment& moment) noexcept;
    void clear(const Cart& cart) noexcept { scores_.clear(cart); }
    std::span<const Rule> active() const noexcept { return {active_.get(), active_count_}; }
    std::span<const ProductId> anchors() const noexcept;
    bool bears_on(const Rule& rule, ProductId product) const noexcept;
    bool excluded(ProductId product) const noexcept;
    bool passes(const Rule& rule, ProductId product) const noexcept;
    Verdict judge(ProductId product) const noexcept;
    std::int32_t weight(ProductId from, ProductId to) const noexcept;
    double left_to_merchant(ProductId product, const Gap& gap) const noexcept;
    std::size_t strongest(std::span<Entry> out) noexcept;

    void fill(Row& row, ListStep step) noexcept;
    std::size_t length(List list) const noexcept;
    Entry candidate(List list, std::size_t at) const noexcept;
    void find_upgrades() noexcept;
    bool resolve(ListStep& step) const noexcept;
    std::uint16_t cart_category(bool of_top_product) const noexcept;
    bool in_scope(const ListStep& step, ProductId product) const noexcept;
    std::int64_t due(ProductId product) const noexcept;
    bool bought(ProductId product) const noexcept;

    Model model_;
    Scores scores_;
    RuleList rules_;
    std::unique_ptr<Rule[]> active_;  // those in force while a cart is answered
    std::unique_ptr<Gate[]> gates_;   // of each of them
    std::size_t rule_room_ = 0;       // of both
    std::size_t active_count_ = 0;
    std::size_t judging_count_ = 0;  // of the active ones, the first: all but pin and at-most
    std::int64_t most_factor_ = kOne;
    std::uint64_t reference_ = 0;  // what `price` compares with; 0: nothing
    bool narrow_ = false;          // some rule lets only a few of a kind through
    Cart cart_;
    Moment moment_;
    ProductId upgrades_[kUpgrades] = {};  // of the product at hand
    std::size_t upgrade_count_ = 0;
};

}  // namespace goeswith
