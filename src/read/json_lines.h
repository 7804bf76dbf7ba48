#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "read/order_builder.h"
#include "read/piece_reader.h"

namespace goeswith {

inline constexpr std::string_view kJsonLines = "jsonl";

/// Reads JSON Lines, one object a line, in either of two forms: a whole order with its `items`, or
/// one order line. The keys are the canonical column names; others are ignored.
class JsonLinesReader : public PieceReader {
  public:
    explicit JsonLinesReader(OrderBuilder& orders);
    void feed(std::string_view bytes) override;
    void end() override;

  private:
    void append(std::string_view bytes);
    void read_line();
    void read_order(const nlohmann::json& order);

    OrderBuilder& orders_;
    std::string text_;  // the line so far
    std::uint64_t line_ = 1;
};

}  // namespace goeswith
