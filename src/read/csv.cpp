#include "read/csv.h"

#include <algorithm>
#include <utility>

#include "read/data_error.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kDelimiters = ",;\t";
constexpr std::size_t kSearchBytes = std::size_t{64} << 10;

std::size_t index(char c) {
    return static_cast<unsigned char>(c);
}

}  // namespace

bool DelimiterFinder::see(char c) {
    if (c == '"')
        in_quotes_ = !in_quotes_;
    if (!in_quotes_) {
        const std::size_t which = kDelimiters.find(c);
        if (which != std::string_view::npos)
            ++counts_[which];
        if ((c == '\n' || c == '\r') && counts_ != decltype(counts_){})
            return true;
    }
    return ++seen_ >= kSearchBytes;
}

char DelimiterFinder::best() const {
    const auto most = std::max_element(counts_.begin(), counts_.end());
    return kDelimiters[static_cast<std::size_t>(most - counts_.begin())];
}

CsvReader::CsvReader(std::string file, OnRecord on_record)
    : file_(std::move(file)), on_record_(std::move(on_record)) {
    for (const char c : {'\0', '\r', '\n'})
        stops_plain_[index(c)] = stops_quoted_[index(c)] = true;
    stops_quoted_[index('"')] = true;
}

void CsvReader::set_delimiter(char delimiter) {
    delimiter_ = delimiter;
    stops_plain_[index(delimiter)] = true;
    const std::string head = std::exchange(head_, {});
    scan(without_mark(head));
}

void CsvReader::feed(std::string_view bytes) {
    if (delimiter_ == 0) {
        std::size_t seen = 0;
        while (seen < bytes.size())
            if (finder_.see(bytes[seen++])) {
                head_.append(bytes.substr(0, seen));
                set_delimiter(finder_.best());
                return scan(bytes.substr(seen));
            }
        head_.append(bytes);
        return;
    }
    scan(bytes);
}

void CsvReader::end() {
    if (delimiter_ == 0)
        set_delimiter(finder_.best());
    if (at_ == At::quoted)
        fail(quote_line_, "a quote is opened here and never closed");
    if (at_ != At::field_start || !ends_.empty()) {
        end_field();
        end_record();
    }
}

void CsvReader::scan(std::string_view bytes) {
    const auto run_to = [&bytes](const std::array<bool, 256>& stops) {
        std::size_t n = 0;
        while (n < bytes.size() && !stops[index(bytes[n])])
            ++n;
        return n;
    };
    while (!bytes.empty()) {
        // The one field that is not stepped through byte by byte is the inside of one.
        if (at_ == At::field_start && bytes[0] != '"' && bytes[0] != ' ' && !after_cr_)
            at_ = At::plain;
        if (at_ == At::plain || (at_ == At::quoted && !after_cr_)) {
            const std::size_t n = run_to(at_ == At::plain ? stops_plain_ : stops_quoted_);
            append(bytes.substr(0, n));
            bytes.remove_prefix(n);
            if (bytes.empty())
                return;
        }
        step(bytes[0]);
        bytes.remove_prefix(1);
    }
}

// One byte with a meaning of its own.
void CsvReader::step(char c) {
    const bool second_of_crlf = std::exchange(after_cr_, c == '\r') && c == '\n';
    if (c == '\0')
        fail(line_, "a NUL byte: the file is not text in UTF-8 or Windows-1252");
    const bool line_end = c == '\n' || c == '\r';
    if (at_ == At::quoted) {
        if (c == '"')
            at_ = At::quote_in_quoted;
        else
            append({&c, 1});
        line_ += line_end && !second_of_crlf;
    } else if (second_of_crlf) {
        return;
    } else if (line_end) {
        end_field();
        ++line_;
        end_record();
    } else if (c == delimiter_) {
        end_field();
    } else if (c == '"' && at_ == At::field_start) {
        at_ = At::quoted;
        quote_line_ = line_;
    } else if (c == '"' && at_ == At::quote_in_quoted) {
        append({&c, 1});
        at_ = At::quoted;
    } else if (at_ == At::field_start && c != ' ') {
        append({&c, 1});
        at_ = At::plain;
    } else if (c == ' ') {
        at_ = at_ == At::field_start ? At::field_start : At::after_quoted;
    } else {
        fail(line_, "text after a closing quote: inside quotes a quote is written twice");
    }
}

void CsvReader::append(std::string_view bytes) {
    record_.append(bytes);
    if (record_.size() + ends_.size() <= kMaxRecordBytes)
        return;
    if (at_ == At::quoted)
        fail(quote_line_, "a quote is opened here and not closed within 4 MiB");
    fail(record_line_, "the line is longer than 4 MiB");
}

void CsvReader::end_field() {
    ends_.push_back(record_.size());
    at_ = At::field_start;
    append({});
}

void CsvReader::end_record() {
    fields_.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        fields_.push_back(trimmed(std::string_view(record_).substr(begin, end - begin)));
        begin = end;
    }
    const std::uint64_t line = std::exchange(record_line_, line_);
    const bool blank = fields_.size() == 1 && fields_[0].empty();
    if (!blank)
        on_record_({line, fields_});
    record_.clear();
    ends_.clear();
}

void CsvReader::fail(std::uint64_t line, std::string_view what) const {
    throw DataError(file_, line, what);
}

}  // namespace goeswith
