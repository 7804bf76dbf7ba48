#include "fuzz/config.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    goeswith::fuzz::fuzz_config({bytes, size});
    return 0;
}
