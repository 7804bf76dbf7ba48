#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"

namespace goeswith {

/// The lines of a text section, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// A model with the words that go with its numbers.
class ModelText {
  public:
    /// `bytes`  a whole model file
    /// `name`   stands in the message where it is none
    /// Throws DataError where the bytes are no model that can be opened.
    ModelText(std::string bytes, const std::string& name);
    ModelText(const ModelText&) = delete;
    ModelText& operator=(const ModelText&) = delete;

    const Model& model() const { return model_; }
    /// The file.
    std::string_view bytes() const { return bytes_; }
    std::string_view id(ProductId product) const { return ids_[product]; }
    /// The title, or the id where the model has no titles.
    std::string_view title(ProductId product) const;
    /// "2.95 GBP", or "" where the price is not known.
    std::string price(ProductId product) const;

    /// The number of an id; false where the model does not have it.
    bool find(std::string_view id, ProductId& product) const;

    /// Numbers of `ID,ID` texts; a text that is an id itself is not cut at its commas. What the
    /// model does not have goes to `unknown`.
    std::vector<ProductId> cart(const std::vector<std::string>& texts,
                                std::vector<std::string>& unknown) const;

    double score(std::int32_t sum) const { return sum * static_cast<double>(model_.scale()); }

  private:
    std::string bytes_;
    Model model_;
    std::vector<std::string_view> ids_, titles_;
    std::unordered_map<std::string_view, ProductId> numbers_;
};

}  // namespace goeswith
