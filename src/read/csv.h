#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goeswith {

/// One record of a table. The fields are trimmed bytes as they stand in the file, not yet decoded,
/// and live until the next record.
struct Record {
    std::uint64_t line;  // on which the record begins, from 1
    std::span<const std::string_view> fields;

    /// The field of a column; empty where the record or the table (-1) has none.
    std::string_view operator[](int column) const {
        const auto i = static_cast<std::size_t>(column);
        return i < fields.size() ? fields[i] : std::string_view{};
    }
};

/// No honest record is longer; one that is has an open quote, or the file is no table.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{4} << 20;

/// Finds out which of , ; and tab separates the fields: the most frequent one outside quotes on
/// the first line that has any. Ties go to the one named first; a comma where there is none.
class DelimiterFinder {
  public:
    /// Takes the next byte; true once the delimiter is known.
    bool see(char c);
    char best() const;

  private:
    std::array<std::uint32_t, 3> counts_{};
    std::size_t seen_ = 0;
    bool in_quotes_ = false;
};

/// Cuts bytes that come in pieces into records by RFC 4180. Where the cuts between pieces lie makes
/// no difference.
///
/// Wider than the RFC where exports are: lines end with LF, CRLF or CR; a quote inside a field that
/// does not begin with one stands for itself; spaces around a quoted field are no part of it; empty
/// lines are skipped. A fault throws `DataError` with its line.
///
/// Holds one record, and its delimiter's search at most 64 KiB; nothing is allocated a field.
class CsvReader {
  public:
    using OnRecord = std::function<void(const Record&)>;

    CsvReader(std::string file, OnRecord on_record);
    void feed(std::string_view bytes);
    void end();

  private:
    enum class At { field_start, plain, quoted, quote_in_quoted, after_quoted };

    void set_delimiter(char delimiter);
    void scan(std::string_view bytes);
    void step(char c);
    void append(std::string_view bytes);
    void end_field();
    void end_record();
    [[noreturn]] void fail(std::uint64_t line, std::string_view what) const;

    std::string file_;
    OnRecord on_record_;
    DelimiterFinder finder_;
    std::string head_;  // what came before the delimiter was known
    char delimiter_ = 0;
    std::array<bool, 256> stops_plain_{};
    std::array<bool, 256> stops_quoted_{};

    At at_ = At::field_start;
    bool after_cr_ = false;
    std::uint64_t line_ = 1;
    std::uint64_t record_line_ = 1;
    std::uint64_t quote_line_ = 1;
    std::string record_;             // the bytes of the record's fields, one after the other
    std::vector<std::size_t> ends_;  // where each of them ends
    std::vector<std::string_view> fields_;
};

}  // namespace goeswith
