#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace goeswith {

/// How far a stage has come, from 0 to 1; called from any thread, one at a time.
using StageProgress = std::function<void(double share)>;

/// How many threads `threads` stands for: 0 is one a core.
inline unsigned thread_count(unsigned threads) {
    return threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

/// Runs `work(begin, end, worker)` over blocks of 0 to `count` on `threads` threads (0: one a
/// core); `worker` counts from 0 and stays below `thread_count(threads)`.
///
/// Which worker takes which block is left to chance, so `work` must give the same result for a
/// block whoever does it. The first exception is thrown again here.
template <typename Work>
void for_blocks(std::size_t count, std::size_t block, unsigned threads, Work&& work,
                const StageProgress& progress = {}) {
    const std::size_t blocks = (count + block - 1) / block;
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex mutex;
    std::size_t done = 0;
    const auto run = [&](unsigned worker) {
        try {
            for (std::size_t at; (at = next++) < blocks;) {
                work(at * block, std::min(count, (at + 1) * block), worker);
                const std::lock_guard lock(mutex);
                if (++done; progress)
                    progress(static_cast<double>(done) / static_cast<double>(blocks));
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            next = blocks;
        }
    };
    std::vector<std::thread> helpers;
    for (unsigned worker = 1; worker < thread_count(threads) && worker < blocks; ++worker)
        helpers.emplace_back(run, worker);
    run(0);
    for (std::thread& helper : helpers)
        helper.join();
    if (failure)
        std::rethrow_exception(failure);
}

}  // namespace goeswith
