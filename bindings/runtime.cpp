// What the C library would bring and a module of one model does without: its allocator, because
// nothing is given back before the page drops the module whole, and its printf, which Embind asks
// for the name of a type that it does not know.

#include <emscripten/heap.h>

#include <cstddef>
#include <cstdint>

extern "C" {

extern unsigned char __heap_base;

void* malloc(std::size_t size) {
    static std::uintptr_t end = reinterpret_cast<std::uintptr_t>(&__heap_base);
    constexpr std::uintptr_t kAligned = alignof(std::max_align_t) - 1;
    const std::uintptr_t begin = (end + kAligned) & ~kAligned;
    // At most 2 GB: Emscripten's memory ends there, and the sum below does not overflow.
    if (size > PTRDIFF_MAX ||
        (begin + size > emscripten_get_heap_size() && !emscripten_resize_heap(begin + size)))
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
