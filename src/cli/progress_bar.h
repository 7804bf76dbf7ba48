#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace goeswith {

/// Tells how far a stage has come, on standard error: a bar where that is a terminal, otherwise a
/// line every three seconds. The stage ends when this goes out of scope.
class ProgressBar {
  public:
    explicit ProgressBar(std::string stage);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share`  of the stage that is done, 0 to 1; below 0 where nobody knows
    void show(double share);
    /// The same, for those who take a function.
    std::function<void(double)> function() {
        return [this](double share) { show(share); };
    }

  private:
    using Clock = std::chrono::steady_clock;
    void draw(double share);

    std::string stage_;
    bool terminal_;
    bool drawn_ = false;
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_;
};

/// Bars one after the other, for work that names its stages.
class StageBars {
  public:
    /// Draws the bar of this stage, and ends the one before.
    void show(const char* stage, double share) {
        if (stage_ != stage) {
            stage_ = stage;
            bar_.emplace(stage_);
        }
        bar_->show(share);
    }
    std::function<void(const char*, double)> function() {
        return [this](const char* stage, double share) { show(stage, share); };
    }

  private:
    std::string stage_;
    std::optional<ProgressBar> bar_;
};

}  // namespace goeswith
