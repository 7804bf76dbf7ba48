#include "read/status.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::string_view kTakenBack[] = {"cancelled", "canceled", "refunded", "voided",
                                           "failed",    "closed",   "trash",    "expired"};
constexpr std::string_view kNeverPaid[] = {"pending", "pending payment", "pending_payment",
                                           "checkout-draft", "draft"};

std::string plain(std::string_view status) {
    constexpr std::string_view kPrefix = "wc-";
    std::string lower;
    append_lower(trimmed(status), lower);
    return lower.substr(0, kPrefix.size()) == kPrefix ? lower.substr(kPrefix.size()) : lower;
}

template <typename Words>
bool is_one_of(std::string_view status, const Words& words) {
    return std::find(std::begin(words), std::end(words), plain(status)) != std::end(words);
}

}  // namespace

bool was_taken_back(std::string_view status) {
    return is_one_of(status, kTakenBack);
}

bool was_never_paid(std::string_view status) {
    return is_one_of(status, kNeverPaid);
}

}  // namespace goeswith
