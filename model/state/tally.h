#pragma once

#include <cstdint>

namespace stepdown {

/// A count that changes over time, with its integral (count times days) since it was last taken.
class Tally {
 public:
  void change(double now, std::int64_t by) {
    settle(now);
    count_ += by;
  }

  /// Adds the time since the last change to the integral.
  void settle(double now) {
    integral_ += static_cast<double>(count_) * (now - settled_);
    settled_ = now;
  }

  std::int64_t count() const { return count_; }
  /// In units times days, up to the last settling.
  double integral() const { return integral_; }

 private:
  std::int64_t count_ = 0;
  double integral_ = 0.0;
  double settled_ = 0.0;  // day; counts are 0 until the first change, so the start does not matter
};

}  // namespace stepdown
