#pragma once

#include <cstdint>

namespace goeswith {

/// Why a model could not be opened. The numbers reach the page: they are added to, never changed.
enum class Status : std::uint8_t {
    ok = 0,
    too_short = 1,          // fewer bytes than a header, or fewer than the header says
    not_a_model = 2,        // another kind of file, an error page for instance
    newer_version = 3,      // written for a newer reader
    too_long = 4,           // bytes after the end that the header names
    damaged = 5,            // the checksum does not fit
    bad_section_table = 6,  // sections that overlap, leave gaps or are out of order
    missing_section = 7,    // a section that scoring needs
    bad_section_size = 8,   // a section whose size does not follow from the number of products
    bad_shape = 9,          // a number of products, a scale or a currency that cannot be
    bad_row = 10,           // rows that run backwards or do not end where they should
    bad_neighbour = 11,     // a neighbour that is no product of the model
    bad_supports = 12,      // support classes that do not ascend
    bad_text = 13,          // a text section without one line a product, or a name
    no_memory = 14,         // the scratch memory for scoring could not be had
    bad_fact = 15,          // a category, brand, parent, trend or upgrade that cannot be
};

/// One line of meaning, in English, for people.
const char* to_text(Status status) noexcept;

}  // namespace goeswith
