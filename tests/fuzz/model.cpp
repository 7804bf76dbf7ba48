#include "fuzz/model.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    goeswith::fuzz::fuzz_model({bytes, size});
    return 0;
}
