#include "report/file_preview.h"

namespace goeswith {

nlohmann::json json_of(const Preview& preview) {
    constexpr const char* kKinds[] = {"orders", "catalogue", "table", "unknown"};
    nlohmann::json columns = nlohmann::json::object();
    for (std::size_t i = 0; i < kColumns; ++i)
        if (!preview.columns[i].empty())
            columns[std::string(word_of(static_cast<Column>(i)))] = preview.columns[i];
    return {{"kind", kKinds[static_cast<int>(preview.kind)]},
            {"format", preview.format},
            {"problem", preview.problem},
            {"header", preview.header},
            {"rows", preview.rows},
            {"columns", std::move(columns)}};
}

}  // namespace goeswith
