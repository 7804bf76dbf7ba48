#include "report/model_text.h"

#include <algorithm>

#include "read/data_error.h"

namespace goeswith {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

ModelText::ModelText(std::string bytes, const std::string& name) : bytes_(std::move(bytes)) {
    const OpenResult opened =
        open_model({reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size()});
    if (!opened)
        throw DataError(name, 0,
                        std::string(to_text(opened.status)) + " (at byte " +
                            std::to_string(opened.offset) + ")");
    model_ = opened.model;
    ids_ = lines_of(model_.text(Section::ids));
    titles_ = lines_of(model_.text(Section::titles));
    for (ProductId product = 0; product < ids_.size(); ++product)
        numbers_.emplace(ids_[product], product);
}

std::string_view ModelText::title(ProductId product) const {
    return titles_.empty() || titles_[product].empty() ? ids_[product] : titles_[product];
}

std::string ModelText::price(ProductId product) const {
    const std::uint32_t minor = model_.price(product);
    if (minor == 0)
        return "";
    std::string digits = std::to_string(minor);
    if (const std::size_t exponent = model_.exponent(); exponent > 0) {
        if (digits.size() <= exponent)
            digits = std::string(exponent + 1 - digits.size(), '0') + digits;
        digits.insert(digits.size() - exponent, 1, '.');
    }
    const std::string_view currency = model_.currency();
    return currency.empty() ? digits : digits + " " + std::string(currency);
}

bool ModelText::find(std::string_view id, ProductId& product) const {
    const auto found = numbers_.find(id);
    if (found == numbers_.end())
        return false;
    product = found->second;
    return true;
}

std::vector<ProductId> ModelText::cart(const std::vector<std::string>& texts,
                                       std::vector<std::string>& unknown) const {
    std::vector<ProductId> numbers;
    for (const std::string_view text : texts) {
        ProductId product;
        if (find(text, product)) {
            numbers.push_back(product);
            continue;
        }
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find(',', begin), text.size());
            const std::string_view id = text.substr(begin, end - begin);
            if (find(id, product))
                numbers.push_back(product);
            else if (!id.empty())
                unknown.emplace_back(id);
            begin = end + 1;
        }
    }
    return numbers;
}

}  // namespace goeswith
