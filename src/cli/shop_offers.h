#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/model_file.h"
#include "report/offers.h"

namespace goeswith {

/// Offers out of files; what is not in the model is told on standard error.
class ShopOffers {
  public:
    /// `config`  shop.json, or empty
    /// Throws where a file or an id of the question is wrong.
    ShopOffers(const std::string& model, const std::string& config, const RowQuestion& question);

    Offers& offers() { return offers_; }
    const ModelText& file() const { return file_; }
    /// Numbers of `ID,ID` texts.
    std::vector<ProductId> numbers_of(const std::vector<std::string>& texts) const;

  private:
    ModelFile file_;
    Offers offers_;
};

/// The option `--day`.
void add_day(CLI::App& command, std::string& day);

}  // namespace goeswith
