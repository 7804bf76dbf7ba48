#include "model/status.h"

namespace goeswith {

const char* to_text(Status status) noexcept {
    switch (status) {
        case Status::ok:
            return "the model is in order";
        case Status::too_short:
            return "the model is cut off: download it again";
        case Status::not_a_model:
            return "this is not a model file: is it an error page?";
        case Status::newer_version:
            return "the model is for a newer version: update goeswith";
        case Status::too_long:
            return "there are bytes after the end of the model";
        case Status::damaged:
            return "the model is damaged: its checksum does not fit";
        case Status::bad_section_table:
            return "the model's section table is out of order";
        case Status::missing_section:
            return "the model lacks a section that scoring needs";
        case Status::bad_section_size:
            return "a section of the model has the wrong size";
        case Status::bad_shape:
            return "the model's number of products, scale or currency is wrong";
        case Status::bad_row:
            return "a row of the model does not end where it should";
        case Status::bad_neighbour:
            return "the model names a neighbour that it does not have";
        case Status::bad_supports:
            return "the model's support classes do not ascend";
        case Status::bad_text:
            return "a text section does not have one line for each product";
        case Status::no_memory:
            return "there is not enough memory to score with this model";
        case Status::bad_fact:
            return "the model tells something of a product that cannot be";
    }
    return "unknown status";
}

}  // namespace goeswith
