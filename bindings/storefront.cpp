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

    std::uint32_t recommend(std::uint32_t limit) {
        return recommender_ ? static_cast<std::uint32_t>(
                                  recommender_->recommend(current(), offers_up_to(limit)))
                            : 0;
    }

    // Amounts are whole numbers below 2^53, which a double holds exactly.
    std::uint32_t close_gap(double gap_minor, std::uint32_t limit) {
        return recommender_
                   ? static_cast<std::uint32_t>(recommender_->close_gap(
                         current(), static_cast<std::int64_t>(gap_minor), offers_up_to(limit)))
                   : 0;
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
    Cart current() const {
        return {{cart_.data(), cart_count_}, {exclude_.data(), exclude_count_}};
    }
    std::span<Offer> offers_up_to(std::uint32_t limit) {
        return {offers_.data(), limit < kOfferLimit ? limit : kOfferLimit};
    }

    std::unique_ptr<unsigned char[]> bytes_;
    std::uint32_t size_bytes_ = 0;
    Model model_;
    std::unique_ptr<Recommender> recommender_;
    Numbers cart_{}, exclude_{};
    std::uint32_t cart_count_ = 0, exclude_count_ = 0;
    std::array<Offer, kOfferLimit> offers_{};
};

// What a cart still lacks for a goal, in minor units; 0 when it is reached.
double goal_missing(double lines_minor, double discounts_minor, double not_counted_minor,
                    double target_minor, bool after_discounts) {
    const CartAmounts cart{static_cast<std::int64_t>(lines_minor),
                           static_cast<std::int64_t>(discounts_minor),
                           static_cast<std::int64_t>(not_counted_minor)};
    return static_cast<double>(
        goal_state(cart, static_cast<std::int64_t>(target_minor),
                   after_discounts ? Basis::after_discounts : Basis::before_discounts)
            .missing_minor);
}

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
        .function("recommend", &Core::recommend)
        .function("closeGap", &Core::close_gap)
        .function("offers", &Core::offers);
    emscripten::function("goalMissing", &goal_missing);
}
