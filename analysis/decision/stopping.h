#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// Mean and variance of numbers that come one by one (Welford 1962).
class RunningMoments {
 public:
  void take(double value);

  std::size_t count() const { return count_; }
  double mean() const { return mean_; }
  double deviation() const;

 private:
  std::size_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

/// How near a mean is wanted: half the width of its 95% interval, in its own unit or as a share of
/// itself. A share g is asked for as g / (1 + g), so that the mean found is off by no more than g
/// of the true one whenever its interval holds it (Law 2015, 9.4.1).
struct WantedPrecision {
  double half_width = 0;
  bool is_share = false;
};

/// Tells after every run whether there have been enough: at least `least` of them, and every mean
/// as near as wanted. Whoever asks it after every run, in the order of the runs, uses as many as
/// any other who does so, whatever the threads.
class StoppingRule {
 public:
  static constexpr std::size_t least_runs = 30;
  static constexpr double confidence = 0.95;

  explicit StoppingRule(std::vector<WantedPrecision> wanted, std::size_t least = least_runs);

  /// One value for each mean; NaN where the run has none.
  void take(std::span<const double> values);

  std::size_t runs() const { return runs_; }
  bool is_met() const;
  bool is_met(std::size_t which) const;
  /// Of the 95% interval as it is now; NaN before the second value.
  double half_width(std::size_t which) const;
  double mean(std::size_t which) const { return moments_[which].mean(); }
  /// How wide that interval may be, in the unit of the mean.
  double allowed(std::size_t which) const;

 private:
  std::vector<WantedPrecision> wanted_;
  std::vector<RunningMoments> moments_;
  std::size_t least_;
  std::size_t runs_ = 0;
};

}  // namespace stepdown
