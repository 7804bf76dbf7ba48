// The storefront module: a model, a cart, offers. Only numbers and memory views cross; the page
// parses and the core decides. `web/engine/core.d.ts` says the same to TypeScript.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>

#include "model/model.h"
#include "recommend/goals.h"
#include "recommend/recommender.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using namespace goeswith;

constexpr std::uint32_t kCartLimit = 500;
constexpr std::uint32_t kOfferLimit = 64;

class Core {
  public:
    val model(std::uint32_t size_bytes) {
        recommender_.reset();
        model_ = Model{};
        bytes_.reset(new (std::nothrow) unsigned char[size_bytes]);
        size_bytes_ = bytes_ ? size_bytes : 0;
        return val(typed_memory_view(size_bytes_, bytes_.get()));
    }

    std::uint32_t open() {
        const OpenResult opened = open_model({bytes_.get(), size_bytes_});
        if (!opened)
            return static_cast<std::uint32_t>(opened.status);
        model_ = opened.model;
        recommender_.reset(new (std::nothrow) Recommender(model_));
        if (recommender_ && recommender_->ready())
            return static_cast<std::uint32_t>(Status::ok);
        recommender_.reset();
        model_ = Model{};
        return static_cast<std::uint32_t>(Status::no_memory);
    }

    std::uint32_t products() const { return model_.products(); }
    std::uint32_t exponent() const { return model_.exponent(); }
    float scale() const { return model_.scale(); }
    std::uint32_t price(std::uint32_t product) const {
        return product < model_.products() ? model_.price(product) : 0;
    }

    std::uint32_t currency() const {
        std::uint32_t packed = 0;
        for (std::size_t i = model_.currency().size(); i-- > 0;)
            packed = packed << 8 | static_cast<unsigned char>(model_.currency()[i]);
        return packed;
    }

    val text(std::uint32_t section) const {
        const std::string_view text = model_.text(static_cast<Section>(section));
        return val(
            typed_memory_view(text.size(), reinterpret_cast<const unsigned char*>(text.data())));
    }

    val cart(std::uint32_t count) { return room(cart_, cart_count_, count); }
    val exclude(std::uint32_t count) { return room(exclude_, exclude_count_, count); }
    val quantities(std::uint32_t count) { return room(quantities_, quantity_count_, count); }
    val viewed(std::uint32_t count) { return room(viewed_, viewed_count_, count); }
    val lists(std::uint32_t count) { return room(lists_, list_count_, count); }

    // Three numbers a product: number, orders ago, days ago.
    val bought(std::uint32_t count) {
        static_assert(sizeof(Bought) == 12);
        bought_count_ = count < kCartLimit ? count : kCartLimit;
        return val(typed_memory_view(std::size_t{3} * bought_count_,
                                     reinterpret_cast<std::uint32_t*>(bought_.data())));
    }

    val rules(std::uint32_t words) {
        if (recommender_)
            recommender_->set_rules({});
        goals_ = RuleList{};
        rules_.reset(new (std::nothrow) std::uint32_t[words]);
        rule_words_ = rules_ ? words : 0;
        return val(typed_memory_view(rule_words_, rules_.get()));
    }
    bool set_rules() {
        const std::span<const std::uint32_t> words(rules_.get(), rule_words_);
        return recommender_ && recommender_->set_rules(words) && goals_.open(words);
    }

    void moment(std::uint32_t product, std::uint32_t placement, std::uint32_t stage,
                std::uint32_t day, std::uint32_t month) {
        moment_.product = product;
        moment_.placement = static_cast<Placement>(placement % kPlacements);
        moment_.stage = static_cast<Stage>(stage % kStages);
        moment_.day = day;
        moment_.month = month % 13;
    }

    std::uint32_t recommend(std::uint32_t limit) {
        return recommender_ ? static_cast<std::uint32_t>(recommender_->recommend(
                                  current(), current_moment(), offers_up_to(limit)))
                            : 0;
    }
    std::uint32_t bundle() {
        return recommender_ ? static_cast<std::uint32_t>(
                                  recommender_->bundle(current(), current_moment(), pair()))
                            : 0;
    }

    // Amounts are whole numbers below 2^53, which a double holds exactly; saves below 0: not known.
    std::uint32_t close_gap(double gap_minor, double saves_minor, double costs_minor,
                            std::uint32_t limit) {
        return recommender_ ? static_cast<std::uint32_t>(recommender_->close_gap(
                                  current(), current_moment(),
                                  gap(gap_minor, saves_minor, costs_minor), offers_up_to(limit)))
                            : 0;
    }
    std::uint32_t close_gap_with_two(double gap_minor, double saves_minor, double costs_minor) {
        return recommender_ ? static_cast<std::uint32_t>(recommender_->close_gap_with_two(
                                  current(), current_moment(),
                                  gap(gap_minor, saves_minor, costs_minor), pair()))
                            : 0;
    }

    // Five numbers a line: product, amount, tax (below 0: not known), pieces, whether it counts.
    val lines(std::uint32_t count) {
        line_count_ = count < kCartLimit ? count : kCartLimit;
        return val(typed_memory_view(std::size_t{5} * line_count_, line_numbers_.data()));
    }
    /// `how`  bit 0: items, bit 1: after discounts, then two bits of Tax wanted, two of Tax shown
    double goal_missing(std::uint32_t goal, double target_minor, std::uint32_t how,
                        double discounts_minor) {
        for (std::uint32_t i = 0; i < line_count_; ++i) {
            const double* const line = &line_numbers_[std::size_t{5} * i];
            goal_lines_[i] = {line[0] >= 0 ? static_cast<ProductId>(line[0]) : kNoneAtHand,
                              static_cast<std::int64_t>(line[1]),
                              static_cast<std::int64_t>(line[2]),
                              static_cast<std::uint32_t>(line[3]), line[4] != 0};
        }
        const GoalQuestion question{
            static_cast<std::int64_t>(target_minor), (how & 1) != 0,
            static_cast<Basis>(how >> 1 & 1),        static_cast<Tax>((how >> 2 & 3) % 3),
            static_cast<Tax>((how >> 4 & 3) % 3),    static_cast<std::int64_t>(discounts_minor)};
        return static_cast<double>(goeswith::goal_missing(
            goals_, model_, goal, {goal_lines_.data(), line_count_}, question));
    }

    val offers() const {
        // The page reads four numbers; a byte of padding among them would be read too.
        static_assert(sizeof(Offer) == 16 && alignof(Offer) == 4 &&
                      std::has_unique_object_representations_v<Offer>);
        return val(typed_memory_view(kOfferLimit * 4,
                                     reinterpret_cast<const std::int32_t*>(offers_.data())));
    }

  private:
    using Numbers = std::array<ProductId, kCartLimit>;

    static val room(Numbers& numbers, std::uint32_t& kept, std::uint32_t count) {
        kept = count < kCartLimit ? count : kCartLimit;
        return val(typed_memory_view(kept, numbers.data()));
    }
    static Gap gap(double amount, double saves, double costs) {
        return {static_cast<std::int64_t>(amount), static_cast<std::int64_t>(saves),
                static_cast<std::int64_t>(costs)};
    }
    Cart current() const {
        return {{cart_.data(), cart_count_},
                {exclude_.data(), exclude_count_},
                {bought_.data(), bought_count_},
                {quantities_.data(), quantity_count_}};
    }
    Moment current_moment() const {
        Moment moment = moment_;
        moment.lists = {lists_.data(), list_count_};
        moment.viewed = {viewed_.data(), viewed_count_};
        return moment;
    }
    std::span<Offer> offers_up_to(std::uint32_t limit) {
        return {offers_.data(), limit < kOfferLimit ? limit : kOfferLimit};
    }
    Offer (&pair())[2] { return *reinterpret_cast<Offer(*)[2]>(offers_.data()); }

    std::unique_ptr<unsigned char[]> bytes_;
    std::uint32_t size_bytes_ = 0;
    Model model_;
    std::unique_ptr<Recommender> recommender_;
    std::unique_ptr<std::uint32_t[]> rules_;
    std::uint32_t rule_words_ = 0;
    RuleList goals_;
    Moment moment_;
    Numbers cart_{}, exclude_{}, quantities_{}, viewed_{}, lists_{};
    std::uint32_t cart_count_ = 0, exclude_count_ = 0, quantity_count_ = 0, viewed_count_ = 0,
                  list_count_ = 0, bought_count_ = 0, line_count_ = 0;
    std::array<Bought, kCartLimit> bought_{};
    std::array<double, std::size_t{5} * kCartLimit> line_numbers_{};
    std::array<GoalLine, kCartLimit> goal_lines_{};
    std::array<Offer, kOfferLimit> offers_{};
};

}  // namespace

EMSCRIPTEN_BINDINGS(storefront) {
    emscripten::class_<Core>("Core")
        .constructor<>()
        .function("model", &Core::model)
        .function("open", &Core::open)
        .function("products", &Core::products)
        .function("exponent", &Core::exponent)
        .function("scale", &Core::scale)
        .function("currency", &Core::currency)
        .function("text", &Core::text)
        .function("price", &Core::price)
        .function("cart", &Core::cart)
        .function("exclude", &Core::exclude)
        .function("quantities", &Core::quantities)
        .function("viewed", &Core::viewed)
        .function("bought", &Core::bought)
        .function("lists", &Core::lists)
        .function("rules", &Core::rules)
        .function("setRules", &Core::set_rules)
        .function("moment", &Core::moment)
        .function("recommend", &Core::recommend)
        .function("bundle", &Core::bundle)
        .function("closeGap", &Core::close_gap)
        .function("closeGapWithTwo", &Core::close_gap_with_two)
        .function("lines", &Core::lines)
        .function("goalMissing", &Core::goal_missing)
        .function("offers", &Core::offers);
}
