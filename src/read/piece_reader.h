#pragma once

#include <string_view>

namespace goeswith {

/// Takes the bytes of one file in pieces, cut anywhere.
class PieceReader {
  public:
    virtual ~PieceReader() = default;
    virtual void feed(std::string_view bytes) = 0;
    virtual void end() = 0;
};

}  // namespace goeswith
