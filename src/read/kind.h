#pragma once

#include <cstddef>
#include <string_view>

namespace goeswith {

/// So many bytes tell what `what_it_is_instead` asks, if there are as many.
inline constexpr std::size_t kMarkBytes = 4;

/// A sentence about a file that is no text, and what to do with it; empty where it may be text.
/// A workbook, an archive and UTF-16 are what merchants have on their desks beside the right file.
std::string_view what_it_is_instead(std::string_view first_bytes);

}  // namespace goeswith
