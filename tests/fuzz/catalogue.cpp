#include "fuzz/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    goeswith::fuzz::fuzz_catalogue({bytes, size});
    return 0;
}
