#pragma once

#include <string_view>

namespace goeswith {

/// How many decimals the minor unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD.
///
/// A table of our own, because engines disagree about some (HUF, IDR, COP); 2 for codes that are
/// not in it, the empty one included.
constexpr int exponent_of(std::string_view currency) {
    struct Group {
        int exponent;
        std::string_view codes;
    };
    constexpr Group kGroups[] = {
        {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
        {3, "BHD IQD JOD KWD LYD OMR TND"},
        {4, "CLF UYW"},
    };
    if (currency.size() == 3)
        for (const Group& group : kGroups)
            if (group.codes.find(currency) != std::string_view::npos)
                return group.exponent;
    return 2;
}

/// Three capital letters. Says nothing about whether a state issues it.
constexpr bool is_currency(std::string_view text) {
    for (const char c : text)
        if (c < 'A' || c > 'Z')
            return false;
    return text.size() == 3;
}

}  // namespace goeswith
