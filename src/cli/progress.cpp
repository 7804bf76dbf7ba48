#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace goeswith {
namespace {

constexpr int kBarWidth = 30;
constexpr auto kRedraw = std::chrono::milliseconds(50);
constexpr auto kLineEvery = std::chrono::seconds(3);

}  // namespace

Progress::Progress(std::string stage)
    : stage_(std::move(stage)), terminal_(isatty(STDERR_FILENO) != 0), last_(began_) {
    if (terminal_)
        draw(0);
}

Progress::~Progress() {
    if (terminal_) {
        draw(1);
        std::fputc('\n', stderr);
    } else if (drawn_) {
        std::fprintf(stderr, "%s: done\n", stage_.c_str());
    }
}

void Progress::show(double share) {
    const auto now = Clock::now();
    if (now - last_ < (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kLineEvery)))
        return;
    last_ = now;
    draw(std::clamp(share, 0.0, 1.0));
}

void Progress::draw(double share) {
    drawn_ = true;
    const int percent = static_cast<int>(share * 100);
    if (!terminal_) {
        std::fprintf(stderr, "%s: %d %%\n", stage_.c_str(), percent);
        return;
    }
    const int filled = static_cast<int>(share * kBarWidth);
    std::string bar(static_cast<std::size_t>(filled), '#');
    bar.resize(kBarWidth, '.');
    const std::chrono::duration<double> past = Clock::now() - began_;
    std::fprintf(stderr, "\r%-22s [%s] %3d %%  %.1f s ", stage_.c_str(), bar.c_str(), percent,
                 past.count());
}

}  // namespace goeswith
