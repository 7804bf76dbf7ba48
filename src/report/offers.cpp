#include "report/offers.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <tuple>

#include "read/data_error.h"
#include "read/time.h"

namespace goeswith {
namespace {

constexpr const char* kReasonNames[kReasons] = {
    "best-seller", "likely", "together",        "bought-before", "new",   "trending",
    "upgrade",     "viewed", "seen-not-bought", "due-again",     "picked"};
constexpr const char* kSentences[kReasons] = {"best seller",
                                              "likely",
                                              "",
                                              "bought before",
                                              "new in the shop",
                                              "bought more and more",
                                              "a better version",
                                              "looked at before",
                                              "looked at and not bought",
                                              "due again",
                                              "picked by the shop"};
constexpr const char* kActionNames[kActions] = {"exclude", "pin",    "boost",      "bury",
                                                "share",   "differ", "near-price", "at-most"};

Bought bought_of(const std::string& text, const ModelText& file) {
    Bought bought{0, 0, 0};
    const std::size_t at = std::min(text.rfind('@'), text.size());
    const std::string id = text.substr(0, at);
    if (at < text.size()) {
        const char* const end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + at + 1, end, bought.days_ago);
        if (read.ec != std::errc() || read.ptr != end)
            throw CallError("--bought " + text + " is not ID@DAYS");
    }
    if (!file.find(id, bought.product))
        throw CallError("--bought names " + id + ", which is not in the model");
    return bought;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> day_and_month(const std::string& text) {
    using namespace std::chrono;
    constexpr std::int64_t kSecondsADay = 86400;
    const auto now = system_clock::now().time_since_epoch();
    const std::int64_t time =
        text.empty() ? duration_cast<seconds>(now).count() : parse_time(text)->seconds;
    const sys_days day{days{time / kSecondsADay}};
    return {static_cast<std::uint32_t>(day.time_since_epoch().count()),
            static_cast<unsigned>(year_month_day(day).month())};
}

const char* name_of(Reason reason) {
    return kReasonNames[static_cast<std::size_t>(reason)];
}
const char* name_of(Action action) {
    return kActionNames[static_cast<std::size_t>(action)];
}
std::string sentence(const Offer& offer) {
    if (offer.reason == Reason::together)
        return "bought together in at least " + std::to_string(offer.support) + " orders";
    return kSentences[static_cast<std::size_t>(offer.reason)];
}

Offers::Offers(const ModelText& file, const Config& config, const RowQuestion& question)
    : file_(file),
      names_(file.model()),
      top_(std::min<std::size_t>(question.top, file.model().products())),
      recommender_(file.model()) {
    CompiledRules rules = compile_rules(config, names_);
    mistakes_ = std::move(rules.unknown);
    rules_ = std::move(rules.words);
    recommender_.set_rules(rules_);
    moment_.placement = *parse_placement(question.placement);
    moment_.stage = *parse_stage(question.stage);
    std::tie(moment_.day, moment_.month) = day_and_month(question.day);
    const auto& lists = question.lists;
    lists_ = compile_lists(
        lists.empty() ? lists_for(config, moment_.placement, moment_.stage) : std::span(lists),
        names_, &unknown_);
    if (lists_.empty() && !lists.empty())
        top_ = 0;
    if (!question.product.empty() && !file_.find(question.product, moment_.product))
        throw CallError("--product " + question.product + " is not in the model");
    viewed_ = file.cart(question.viewed, unknown_);
    for (const std::string& text : question.bought) {
        Bought line = bought_of(text, file_);
        if (!bought_.empty())
            line.orders_ago =
                bought_.back().orders_ago + (bought_.back().days_ago != line.days_ago ? 1 : 0);
        bought_.push_back(line);
    }
    moment_.lists = lists_;
    moment_.viewed = viewed_;
}

/// Where a product is at hand, that is what is asked about, and the cart is left out.
Cart Offers::cart_of(const std::vector<ProductId>& cart) {
    if (moment_.product == kNoneAtHand)
        return {cart, {}, bought_};
    at_hand_ = {moment_.product};
    return {at_hand_, cart, bought_};
}

std::vector<Offer> Offers::row(const std::vector<ProductId>& cart) {
    std::vector<Offer> offers(top_);
    offers.resize(recommender_.recommend(cart_of(cart), moment_, offers));
    return offers;
}

std::vector<Offer> Offers::bundle(const std::vector<ProductId>& cart) {
    Offer offers[2];
    const std::size_t count = recommender_.bundle(cart_of(cart), moment_, offers);
    return {offers, offers + count};
}

std::string Offers::why(const std::vector<ProductId>& cart, ProductId product) {
    std::string text;
    recommender_.why(cart_of(cart), moment_, product, [&](const Rule& rule) {
        text += (text.empty() ? "" : ", ") + std::string("rules[") + std::to_string(rule.source) +
                "] " + name_of(rule.action);
    });
    return text;
}

std::vector<std::string> Offers::left_out(const std::vector<ProductId>& cart) {
    const std::vector<Offer> with = row(cart);
    recommender_.set_rules({});
    const std::vector<Offer> without = row(cart);
    recommender_.set_rules(rules_);
    std::vector<std::string> left;
    for (const Offer& offer : without)
        if (std::none_of(with.begin(), with.end(),
                         [&](const Offer& other) { return other.product == offer.product; }))
            if (const std::string rules = why(cart, offer.product); !rules.empty())
                left.push_back(std::string(file_.id(offer.product)) + ": " + rules);
    return left;
}

}  // namespace goeswith
