#include "config/compile.h"

#include <algorithm>
#include <cstring>

#include "config/json_reader.h"

namespace goeswith {
namespace {

std::unordered_map<std::string_view, std::uint32_t> table_of(std::string_view lines) {
    std::unordered_map<std::string_view, std::uint32_t> table;
    for (std::uint32_t number = 0; !lines.empty(); ++number) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        table.try_emplace(lines.substr(0, end), number);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return table;
}

std::optional<std::uint32_t> find(const std::unordered_map<std::string_view, std::uint32_t>& table,
                                  std::string_view name) {
    const auto found = table.find(name);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

class RuleCompiler {
  public:
    RuleCompiler(const Config& config, const ModelNames& names) : names_(names) {
        for (std::size_t at = 0; at < config.rules.size(); ++at)
            add(config.rules[at], place_of("rules", config.rules[at].rule.source));
        for (std::size_t at = 0; at < config.goals.size(); ++at)
            add(config.goals[at], place_of("goals", config.goals[at].source));
        std::vector<ProductId> picked;
        for (const std::string& id : config.picked)
            if (const auto product = names_.product(id))
                picked.push_back(*product);
            else
                tell("picked", "product", id);
        auto& words = out_.words;
        const auto count = [](std::size_t size) { return static_cast<std::uint32_t>(size); };
        words = {count(rules_.size()),    count(goals_.size()), count(selectors_.size()),
                 count(products_.size()), count(picked.size()), config.upgrade_from,
                 config.upgrade_to};
        append(rules_);
        append(goals_);
        append(selectors_);
        append(products_);
        append(picked);
    }

    CompiledRules take() { return std::move(out_); }

  private:
    void tell(const std::string& place, const char* what, const std::string& name) {
        out_.unknown.push_back({place, std::string("the model knows no ") + what + " \"" + name +
                                           "\"; the spelling of the orders or the catalogue "
                                           "belongs here"});
    }

    /// One selector for each pair of a category and a brand; none where nothing meets it.
    std::vector<Selector> selectors(const Selection& selection, const std::string& place,
                                    bool in_order) {
        Selector common;
        const Model& model = names_.model();
        const std::string currency(model.currency());
        const auto price = [&](const std::optional<Amounts>& amounts, std::uint32_t& end) {
            if (!amounts)
                return true;
            const auto amount = amounts->find(currency);
            if (amount == amounts->end()) {
                out_.unknown.push_back({place + ".price", "the model's prices are in " + currency +
                                                              "; an amount in it belongs here"});
                return false;
            }
            end = static_cast<std::uint32_t>(std::min<std::int64_t>(amount->second, kAnyPrice - 1));
            return true;
        };
        if (!price(selection.price_from, common.price_from) ||
            !price(selection.price_to, common.price_to))
            return {};
        if (selection.margin_from || selection.margin_to) {
            common.margin_from = static_cast<std::uint8_t>(selection.margin_from.value_or(0));
            common.margin_to = static_cast<std::uint8_t>(selection.margin_to.value_or(100));
        }
        for (const std::string& tag : selection.tags)
            if (const auto bit = names_.tag_bit(tag))
                common.tags |= *bit;
            else
                tell(place + ".tag", "tag", tag);
        if (!selection.tags.empty() && common.tags == 0)
            return {};
        std::vector<ProductId> products;
        for (const std::string& id : selection.products)
            if (const auto product = names_.product(id))
                products.push_back(*product);
            else
                tell(place + ".product", "product", id);
        if (!selection.products.empty() && products.empty())
            return {};
        if (!in_order) {
            std::sort(products.begin(), products.end());
            products.erase(std::unique(products.begin(), products.end()), products.end());
        }
        common.product_begin = static_cast<std::uint32_t>(products_.size());
        common.product_count =
            static_cast<std::uint16_t>(std::min<std::size_t>(products.size(), 0xFFFF));
        products_.insert(products_.end(), products.begin(), products.end());

        const auto groups = [&](const std::vector<std::string>& told, const char* what,
                                auto&& number) {
            std::vector<std::uint16_t> found;
            for (const std::string& name : told)
                if (const auto group = number(name))
                    found.push_back(*group);
                else
                    tell(place + "." + what, what, name);
            if (told.empty())
                found.push_back(kNoGroup);
            return found;
        };
        std::vector<Selector> all;
        for (const std::uint16_t category :
             groups(selection.categories, "category",
                    [&](const std::string& name) { return names_.category(name); }))
            for (const std::uint16_t brand :
                 groups(selection.brands, "brand",
                        [&](const std::string& name) { return names_.brand(name); })) {
                all.push_back(common);
                all.back().category = category;
                all.back().brand = brand;
            }
        return all;
    }

    template <typename Part>
    void append(const std::vector<Part>& parts) {
        const std::size_t begin = out_.words.size();
        out_.words.resize(begin + parts.size() * (sizeof(Part) / 4));
        if (!parts.empty())
            std::memcpy(&out_.words[begin], parts.data(), parts.size() * sizeof(Part));
    }

    /// Towards a goal of which the model knows no product, nothing counts.
    void add(const GoalConfig& config, const std::string& place) {
        GoalScope scope;
        scope.begin = static_cast<std::uint32_t>(selectors_.size());
        const auto add_all = [&](const Selection& selection, const char* key) {
            if (selection.empty())
                return std::uint16_t{0};
            std::vector<Selector> found = selectors(selection, place + "." + key, false);
            if (found.empty()) {
                Selector nothing;
                nothing.price_from = kAnyPrice;
                nothing.price_to = 0;
                found.push_back(nothing);
            }
            selectors_.insert(selectors_.end(), found.begin(), found.end());
            return static_cast<std::uint16_t>(found.size());
        };
        scope.only = add_all(config.only, "only");
        scope.except = add_all(config.except, "except");
        goals_.push_back(scope);
    }

    void add(const RuleConfig& config, const std::string& place) {
        Rule rule = config.rule;
        if (rule.withs != 0) {
            const std::vector<Selector> with = selectors(config.with, place + ".with", false);
            if (with.empty())
                return;
            rule.with = with.front();
        }
        for (const Selector& selector :
             selectors(config.select, place, rule.action == Action::pin)) {
            rule.select = selector;
            if (rules_.size() < RuleList::kMostRules)
                rules_.push_back(rule);
        }
    }

    const ModelNames& names_;
    std::vector<Rule> rules_;
    std::vector<GoalScope> goals_;
    std::vector<Selector> selectors_;  // of goals
    std::vector<ProductId> products_;
    CompiledRules out_;
};

}  // namespace

ModelNames::ModelNames(const Model& model)
    : model_(model),
      products_(table_of(model.text(Section::ids))),
      categories_(table_of(model.text(Section::category_names))),
      brands_(table_of(model.text(Section::brand_names))),
      tags_(table_of(model.text(Section::tag_names))) {}

std::optional<ProductId> ModelNames::product(std::string_view id) const {
    return find(products_, id);
}
std::optional<std::uint16_t> ModelNames::category(std::string_view name) const {
    const auto number = find(categories_, name);
    return number ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
}
std::optional<std::uint16_t> ModelNames::brand(std::string_view name) const {
    const auto number = find(brands_, name);
    return number ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
}
std::optional<std::uint32_t> ModelNames::tag_bit(std::string_view name) const {
    const auto number = find(tags_, name);
    return number ? std::optional(std::uint32_t{1} << *number) : std::nullopt;
}

CompiledRules compile_rules(const Config& config, const ModelNames& names) {
    return RuleCompiler(config, names).take();
}

std::vector<std::uint32_t> compile_lists(std::span<const std::string> lists,
                                         const ModelNames& names,
                                         std::vector<std::string>* unknown) {
    std::vector<std::uint32_t> words;
    for (const std::string& name : lists) {
        auto parsed = parse_list(name);
        if (!parsed)
            continue;
        if (!parsed->group.empty()) {
            const auto group = parsed->step.scope == Scope::brand ? names.brand(parsed->group)
                                                                  : names.category(parsed->group);
            if (!group) {
                if (unknown)
                    unknown->push_back(parsed->group);
                continue;
            }
            parsed->step.group = *group;
        }
        words.push_back(parsed->step.word());
    }
    return words;
}

std::span<const std::string> lists_for(const Config& config, Placement placement, Stage stage) {
    for (const RowConfig& row : config.rows)
        if ((row.placements >> static_cast<unsigned>(placement) & 1) != 0 &&
            (row.stages >> static_cast<unsigned>(stage) & 1) != 0)
            return row.lists;
    return {};
}

std::vector<Mistake> mistakes_with(const Config& config, const Model& model) {
    const ModelNames names(model);
    std::vector<Mistake> mistakes = compile_rules(config, names).unknown;
    const std::string currency(model.currency());
    for (std::size_t i = 0; i < config.goals.size(); ++i)
        if (const GoalConfig& goal = config.goals[i];
            !currency.empty() && goal.items == 0 && !goal.amount.contains(currency))
            mistakes.push_back(
                {"goals[" + std::to_string(i) + "].amount",
                 "the model's prices are in " + currency + ", and the goal has no amount in it"});
    for (std::size_t i = 0; i < config.rows.size(); ++i) {
        std::vector<std::string> unknown;
        compile_lists(config.rows[i].lists, names, &unknown);
        for (const std::string& group : unknown)
            mistakes.push_back({"rows[" + std::to_string(i) + "].show",
                                "the model knows no category or brand \"" + group + "\""});
    }
    return mistakes;
}

}  // namespace goeswith
