#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/progress.h"

namespace stepdown {

/// How progress is told on stderr: one line that changes in place (a terminal), a line for each
/// tenth (a pipe), an object a line for each hundredth (a program), or not at all.
enum class ProgressStyle : unsigned char { live, lines, json, none };

/// Which of them `--progress` asks for: "auto" (by whether stderr is a terminal), "json", "none".
ProgressStyle progress_style(const std::string& asked);

/// Columns of the terminal behind stderr; 80 where there is none.
std::size_t width_of_stderr();

/// A mean that is brought up to date value by value.
struct RunningMean {
  std::size_t count = 0;
  double mean = 0;
  double squares = 0;

  void add(double value);
  /// Of the 95% t interval; NaN with fewer than two values.
  double half_width() const;
};

/// The number a person watches settle while runs come in: a measure's mean under one scenario, or
/// the mean of its paired differences from another.
struct WatchedNumber {
  std::string label;
  std::size_t column = 0;  // in Outcomes::of_run
  std::size_t scenario = 0;
  std::optional<std::size_t> baseline;  // places among the scenarios sorted by name
};

/// Tells on a stream how far an ensemble is, how long it will take, and what the watched number is.
class ProgressDisplay : public ProgressListener {
 public:
  using Clock = std::chrono::steady_clock;

  /// `width` is that of a terminal, in columns.
  ProgressDisplay(ProgressStyle style, std::ostream& out, std::optional<WatchedNumber> watched,
                  std::size_t width = 80);
  /// Takes the changing line away.
  ~ProgressDisplay() override;

  void run_finished(const FinishedRun& run, std::size_t done, std::size_t total) override;

  /// Says that so many runs were saved before; each of them is then recalled for the number
  /// watched.
  void go_on_from(std::size_t saved, std::size_t total);
  void recall(const FinishedRun& run) { watch(run); }

 private:
  void watch(const FinishedRun& run);
  std::string estimate() const;
  void tell_live(std::size_t done, std::size_t total);
  void tell_line(std::size_t done, std::size_t total);
  void tell_json(std::size_t done, std::size_t total);
  double seconds_left(std::size_t done, std::size_t total) const;

  ProgressStyle style_;
  std::ostream& out_;
  std::optional<WatchedNumber> watched_;
  std::size_t width_;
  RunningMean mean_;
  std::size_t saved_before_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_told_{};
  bool line_is_open_ = false;
};

/// "45 s", "3 min 20 s", "2 h 5 min".
std::string duration_in_words(double seconds);

}  // namespace stepdown
