#pragma once

#include <string>

#include "cli/files.h"
#include "report/model_text.h"

namespace goeswith {

/// A model from a file. Throws DataError where the file is no model that can be opened, CallError
/// where it cannot be read.
class ModelFile : public ModelText {
  public:
    explicit ModelFile(const std::string& path) : ModelText(read_file(path), path) {}
};

}  // namespace goeswith
