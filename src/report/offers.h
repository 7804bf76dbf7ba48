#pragma once

#include <string>
#include <utility>
#include <vector>

#include "config/compile.h"
#include "recommend/recommender.h"
#include "report/model_text.h"

namespace goeswith {

/// What a row is asked with, as options tell it.
struct RowQuestion {
    std::vector<std::string> lists;
    std::string product;  // at hand; none where empty
    std::string placement = "cart";
    std::string stage = "first-visit";
    std::string day;  // today where empty
    std::vector<std::string> viewed;
    std::vector<std::string> bought;  // "ID" or "ID@DAYS", newest first
    std::size_t top = 10;
};

/// A model, a configuration and a question, put to one cart after another.
class Offers {
  public:
    /// `file` must outlive this. Throws CallError where an id of the question is wrong.
    Offers(const ModelText& file, const Config& config, const RowQuestion& question);

    const ModelText& file() const { return file_; }
    /// What the model does not know of the configuration, and of the question.
    const std::vector<Mistake>& mistakes() const { return mistakes_; }
    const std::vector<std::string>& unknown() const { return unknown_; }

    std::size_t top() const { return top_; }
    std::uint32_t day() const { return moment_.day; }
    /// What the shopper bought, newest first, instead of what the question says.
    void set_bought(std::vector<Bought> bought) { bought_ = std::move(bought); }

    std::vector<Offer> row(const std::vector<ProductId>& cart);
    std::vector<Offer> bundle(const std::vector<ProductId>& cart);
    /// "rules[1] boost, rules[4] at-most"
    std::string why(const std::vector<ProductId>& cart, ProductId product);
    /// What would stand in the row without rules and does not, and why: "ID: rules[0] exclude".
    std::vector<std::string> left_out(const std::vector<ProductId>& cart);

  private:
    Cart cart_of(const std::vector<ProductId>& cart);

    const ModelText& file_;
    ModelNames names_;
    std::vector<Mistake> mistakes_;
    std::vector<std::string> unknown_;
    std::vector<std::uint32_t> rules_, lists_;
    std::vector<ProductId> viewed_, at_hand_;
    std::vector<Bought> bought_;
    Moment moment_;
    std::size_t top_;
    Recommender recommender_;
};

/// The day since 1970-01-01 and the month of "2026-12-24"; today where empty.
std::pair<std::uint32_t, std::uint32_t> day_and_month(const std::string& day);

const char* name_of(Reason reason);
/// For people: "bought together in at least 20 orders".
std::string sentence(const Offer& offer);
const char* name_of(Action action);

}  // namespace goeswith
