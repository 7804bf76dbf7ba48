#pragma once

#include <nlohmann/json.hpp>

#include "read/preview.h"

namespace goeswith {

/// What a file seems to be: `kind` ("orders", "catalogue", "table", "unknown"), `format`,
/// `problem`, `header` and `rows` of a table, and `columns`, each by its word in `parse_columns`.
nlohmann::json json_of(const Preview& preview);

}  // namespace goeswith
