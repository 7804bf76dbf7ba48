#include "read/kind.h"

namespace goeswith {

std::string_view what_it_is_instead(std::string_view first_bytes) {
    const auto begins = [first_bytes](std::string_view mark) {
        return first_bytes.substr(0, mark.size()) == mark;
    };
    if (begins("PK\x03\x04"))
        return "an Excel workbook or a ZIP archive: save the sheet as CSV (UTF-8), or unpack it";
    if (begins("\xD0\xCF\x11\xE0"))
        return "an Excel workbook: save the sheet as CSV (UTF-8)";
    if (begins("%PDF"))
        return "a PDF: export the data as CSV";
    if (begins("\x89PNG") || begins("\xFF\xD8\xFF") || begins("GIF8") || begins("RIFF"))
        return "a picture: export the data as CSV";
    if (begins("\xFF\xFE") || begins("\xFE\xFF"))
        return "text in UTF-16: save it as CSV (UTF-8)";
    return {};
}

}  // namespace goeswith
