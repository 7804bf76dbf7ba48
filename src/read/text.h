#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace goeswith {

/// The text without spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// The bytes without a UTF-8 byte order mark at their beginning.
std::string_view without_mark(std::string_view bytes);

/// The text in lower case, ASCII only: no other letter is ever part of a stock code.
void append_lower(std::string_view text, std::string& out);

bool is_utf8(std::string_view bytes);

void append_utf8(unsigned code, std::string& out);

/// The bytes as trimmed UTF-8 without control characters (each becomes a space).
///
/// Bytes that are not valid UTF-8 are taken for Windows-1252. That is decided for each text by
/// itself and not for each file: then the same id is the same text whatever else stands in its
/// file, and a file that mixes both, as joined exports do, comes out right.
///
/// `room`  holds the result where it differs from `bytes`; the view lives as long as either.
/// Text that is plain ASCII already, nearly all of it, is looked at once and not copied.
std::string_view clean(std::string_view bytes, std::string& room);

/// The cell, or nothing where it only says that nothing is known: "nan", "NULL", "(not set)".
std::string_view told(std::string_view cell);

/// The first of the cells that tells something; empty where none does.
std::string_view first_told(std::initializer_list<std::string_view> cells);

/// The text in quotation marks for a message, cut where it is long.
std::string quoted(std::string_view text);

}  // namespace goeswith
