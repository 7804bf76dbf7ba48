#include "fuzz/orders.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    goeswith::fuzz::fuzz_orders({bytes, size});
    return 0;
}
