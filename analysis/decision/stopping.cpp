#include "analysis/decision/stopping.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {

void RunningMoments::take(double value) {
  ++count_;
  const double before = value - mean_;
  mean_ += before / static_cast<double>(count_);
  squares_ += before * (value - mean_);
}

double RunningMoments::deviation() const {
  return count_ < 2 ? 0 : std::sqrt(squares_ / static_cast<double>(count_ - 1));
}

StoppingRule::StoppingRule(std::vector<WantedPrecision> wanted, std::size_t least)
    : wanted_(std::move(wanted)), moments_(wanted_.size()), least_(least) {}

void StoppingRule::take(std::span<const double> values) {
  expects(values.size() == moments_.size(), "a run has a value for each mean");
  ++runs_;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i])) {
      moments_[i].take(values[i]);
    }
  }
}

double StoppingRule::allowed(std::size_t which) const {
  const WantedPrecision& wanted = wanted_[which];
  return wanted.is_share
             ? wanted.half_width / (1 + wanted.half_width) * std::abs(moments_[which].mean())
             : wanted.half_width;
}

double StoppingRule::half_width(std::size_t which) const {
  return half_width_of_mean(moments_[which].deviation(), moments_[which].count(), confidence);
}

bool StoppingRule::is_met(std::size_t which) const {
  const RunningMoments& moments = moments_[which];
  if (moments.count() < least_) {
    return false;
  }
  // The normal interval is narrower than Student's: where it is too wide, his need not be found.
  constexpr double two_sided_normal = 1.9599;
  const double least_width =
      two_sided_normal * moments.deviation() / std::sqrt(static_cast<double>(moments.count()));
  return least_width <= allowed(which) && half_width(which) <= allowed(which);
}

bool StoppingRule::is_met() const {
  if (runs_ < least_) {
    return false;
  }
  for (std::size_t i = 0; i < moments_.size(); ++i) {
    if (!is_met(i)) {
      return false;
    }
  }
  return true;
}

}  // namespace stepdown
