#include "cli/progress_bar.h"

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

ProgressBar::ProgressBar(std::string stage)
    : stage_(std::move(stage)), terminal_(isatty(STDERR_FILENO) != 0), last_(began_) {
    if (terminal_)
        draw(0);
}

ProgressBar::~ProgressBar() {
    if (terminal_) {
        draw(1);
        std::fputc('\n', stderr);
    } else if (drawn_) {
        std::fprintf(stderr, "%s: done\n", stage_.c_str());
    }
}

void ProgressBar::show(double share) {
    const auto now = Clock::now();
    if (now - last_ < (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kLineEvery)))
        return;
    last_ = now;
    draw(std::min(share, 1.0));
}

void ProgressBar::draw(double share) {
    drawn_ = true;
    const std::chrono::duration<double> past = Clock::now() - began_;
    const std::string percent =
        share < 0 ? "    " : std::to_string(static_cast<int>(share * 100)) + " %";
    if (!terminal_) {
        std::fprintf(stderr, "%s: %s after %.0f s\n", stage_.c_str(), percent.c_str(),
                     past.count());
        return;
    }
    std::string bar(static_cast<std::size_t>(std::max(share, 0.0) * kBarWidth), '#');
    bar.resize(kBarWidth, '.');
    std::fprintf(stderr, "\r%-18s [%s] %5s %6.1f s", stage_.c_str(), bar.c_str(), percent.c_str(),
                 past.count());
}

}  // namespace goeswith
