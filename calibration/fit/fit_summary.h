#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "calibration/fit/local_fit.h"

namespace stepdown {

/// A figure beside what the fitted authority would show in a year: its median and 90% range, the
/// year's own noise included, and the range of the level alone.
struct PredictedTarget {
  Target target;
  double low = 0;
  double middle = 0;
  double high = 0;
  double level_low = 0;
  double level_high = 0;

  /// What was published for the last year; the value fitted to, where there is no other.
  double observed() const;
  bool is_inside() const { return observed() >= low && observed() <= high; }
};

std::vector<PredictedTarget> predicted_targets(const LocalFit& fit, std::uint64_t seed);

/// What the figures taught about one free number.
struct LearntNumber {
  const Parameter* parameter = nullptr;
  double base = 0;  // in the base, and in the middle of the prior
  double low = 0;   // 90% of the draws
  double middle = 0;
  double high = 0;
  double sd_left = 1;  // of the draws, in standard deviations of the prior

  /// Whether the draws are clearly narrower than the prior.
  bool is_learnt() const { return sd_left < 0.8; }
};

std::vector<LearntNumber> learnt_numbers(const LocalFit& fit, const AuthoritySpace& space);

/// Two numbers that the figures cannot tell apart: one can make up for the other.
struct TiedNumbers {
  const Parameter* one = nullptr;
  const Parameter* other = nullptr;
  double correlation = 0;  // over the draws
};

/// Those beyond what chance gives so many pairs, the most tied first.
std::vector<TiedNumbers> tied_numbers(const LocalFit& fit, const AuthoritySpace& space);

/// The medians of the draws, as values of parameters: one world that stands for the fit.
std::vector<double> middle_of(const LocalFit& fit, const AuthoritySpace& space);

}  // namespace stepdown
