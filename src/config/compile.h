#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/config.h"
#include "model/model.h"

namespace goeswith {

/// The words of a model, to find its numbers by. The model's bytes must outlive it.
class ModelNames {
  public:
    explicit ModelNames(const Model& model);

    const Model& model() const { return model_; }
    std::optional<ProductId> product(std::string_view id) const;
    std::optional<std::uint16_t> category(std::string_view name) const;
    std::optional<std::uint16_t> brand(std::string_view name) const;
    std::optional<std::uint32_t> tag_bit(std::string_view name) const;

  private:
    using Table = std::unordered_map<std::string_view, std::uint32_t>;
    Model model_;
    Table products_, categories_, brands_, tags_;
};

/// Rules in the numbers of one model.
struct CompiledRules {
    std::vector<std::uint32_t> words;  // see `RuleList`
    /// What the model does not know, with its place. A rule of which nothing is left is left out.
    std::vector<Mistake> unknown;
};
CompiledRules compile_rules(const Config& config, const ModelNames& names);

/// Chains of lists in the numbers of one model; a list of a category or brand that the model does
/// not have is left out.
std::vector<std::uint32_t> compile_lists(std::span<const std::string> lists,
                                         const ModelNames& names,
                                         std::vector<std::string>* unknown = nullptr);

/// What is sound by itself and yet does nothing with this model.
std::vector<Mistake> mistakes_with(const Config& config, const Model& model);

/// The lists of the first row that is for this placement and stage; empty where there is none.
std::span<const std::string> lists_for(const Config& config, Placement placement, Stage stage);

}  // namespace goeswith
