#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace goeswith {

/// Rows of text in columns, as wide as their widest cell; the first row is the head. Widths count
/// characters, not bytes. Columns whose head begins with '>' stand to the right.
class Table {
  public:
    explicit Table(std::vector<std::string> head) : rows_{std::move(head)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    void print(std::ostream& out) const;

  private:
    std::vector<std::vector<std::string>> rows_;
};

/// A number with `digits` decimals.
std::string decimals(double value, int digits);

}  // namespace goeswith
