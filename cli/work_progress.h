#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "cli/progress.h"

namespace stepdown {

/// Tells on a stream how far a long work of several steps is, in its own words, and how long it
/// will take: as `ProgressDisplay` does for the runs of an ensemble.
class WorkProgress {
 public:
  /// `unit` is what is counted, such as "runs".
  WorkProgress(ProgressStyle style, std::ostream& out, std::string unit, std::size_t width = 80);
  /// Takes the changing line away.
  ~WorkProgress();
  WorkProgress(const WorkProgress&) = delete;
  WorkProgress& operator=(const WorkProgress&) = delete;

  /// That `step` is under way, and so many of all are done; 0 in all where nothing is counted.
  void tell(const std::string& step, std::size_t done, std::size_t in_all);

 private:
  void tell_live(std::size_t done, std::size_t in_all);
  void tell_line(std::size_t done, std::size_t in_all, bool is_new);
  void tell_json(std::size_t done, std::size_t in_all, bool is_new);
  double seconds_left(std::size_t done, std::size_t in_all) const;
  std::string words(std::size_t done, std::size_t in_all) const;

  ProgressStyle style_;
  std::ostream& out_;
  std::string unit_;
  std::size_t width_;
  std::string step_;
  std::size_t told_ = 0;  // done when it was last told
  std::size_t first_done_ = 0;
  bool has_begun_ = false;
  ProgressDisplay::Clock::time_point begun_{};
  ProgressDisplay::Clock::time_point last_told_{};
  bool line_is_open_ = false;
};

}  // namespace stepdown
