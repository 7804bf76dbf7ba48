#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "read/formats.h"
#include "read/order_builder.h"
#include "read/piece_reader.h"

namespace goeswith {

/// Reads JSON Lines, one object a line; the first of them tells the format, unless one is forced.
class JsonLinesReader : public PieceReader {
  public:
    JsonLinesReader(std::string_view forced_format, OrderBuilder& orders);
    void feed(std::string_view bytes) override;
    void end() override;

  private:
    void append(std::string_view bytes);
    void read_line();
    void choose(const nlohmann::json& first);

    std::string forced_format_;
    OrderBuilder& orders_;
    const JsonFormat* format_ = nullptr;
    std::string text_;  // the line so far
    std::uint64_t line_ = 1;
};

/// The value of a key as text; numbers as they are written, nothing for null and for no such key.
std::string text_of(const nlohmann::json& object, const char* key, std::uint64_t line,
                    const OrderBuilder& orders);

}  // namespace goeswith
