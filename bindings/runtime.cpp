// What the C library would bring and a module of one model does without: its allocator, because
// nothing is given back before the page drops the module whole, and its printf, which Embind asks
// for the name of a type that it does not know.

#include <cstddef>
#include <cstdint>

extern "C" {

extern unsigned char __heap_base;

void* malloc(std::size_t size) {
    static std::uintptr_t end = reinterpret_cast<std::uintptr_t>(&__heap_base);
    constexpr std::uintptr_t kAligned = alignof(std::max_align_t) - 1;
    const std::uintptr_t begin = (end + kAligned) & ~kAligned;
    // At most 2 GB: Emscripten's memory ends there, and the sums below do not overflow.
    if (size > PTRDIFF_MAX)
        return nullptr;
    constexpr std::size_t kPage = 65536;
    const std::size_t pages = (begin + size + kPage - 1) / kPage;
    const std::size_t there = __builtin_wasm_memory_size(0);
    if (pages > there && __builtin_wasm_memory_grow(0, pages - there) == SIZE_MAX)
        return nullptr;
    end = begin + size;
    return reinterpret_cast<void*>(begin);
}

void free(void*) {}

int siprintf(char* text, const char*, ...) {
    *text = 0;
    return 0;
}
}
