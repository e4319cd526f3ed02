#include "calibration/matching/scaled_target.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace stepdown {
namespace {

// Two figures are never quite the same finding.
constexpr double most_correlated = 0.95;

/// "plans_ended" of "plans_ended_within_6m"; empty of a measure that is no such share.
std::string family_of(const std::string& measure) {
  const std::size_t at = measure.find("_within_");
  return at == std::string::npos ? std::string() : measure.substr(0, at);
}

/// Of two points of one distribution function, in per cent.
double of_one_distribution(double one, double other) {
  const double low = std::clamp(std::min(one, other) / 100, 0.001, 0.999);
  const double high = std::clamp(std::max(one, other) / 100, 0.001, 0.999);
  return std::min(std::sqrt(low * (1 - high) / (high * (1 - low))), most_correlated);
}

}  // namespace

std::vector<ScaledTarget> scaled_targets(std::span<const Target> targets, const Emulator& emulator,
                                         double children, std::vector<std::string>* unknown) {
  std::vector<ScaledTarget> made;
  for (const Target& target : targets) {
    const MeasureEmulator* const known = emulator.find(target.measure);
    if (known) {
      made.push_back(
          {target.measure, known->scale.on(target.value),
           std::hypot(known->scale.sd_on(target.value, target.error), known->discrepancy),
           known->discrepancy, emulator.children() / children});
    } else if (unknown) {
      unknown->push_back(target.measure);
    }
  }
  return made;
}

Table error_correlations(std::span<const Target> targets) {
  Table made(targets.size(), targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    made.at(i, i) = 1;
    for (std::size_t k = 0; k < i; ++k) {
      const std::string family = family_of(targets[i].measure);
      if (!family.empty() && family == family_of(targets[k].measure)) {
        made.at(i, k) = made.at(k, i) = of_one_distribution(targets[i].value, targets[k].value);
      }
    }
  }
  return made;
}

std::vector<std::string> measures_of(std::span<const ScaledTarget> targets) {
  std::vector<std::string> names;
  std::ranges::transform(targets, std::back_inserter(names), &ScaledTarget::measure);
  return names;
}

std::vector<double> implausibilities(const Emulated& emulated,
                                     std::span<const ScaledTarget> targets, std::size_t left_out) {
  if (targets.empty()) {
    return std::vector<double>(emulated.means.rows, 0.0);
  }
  std::vector<double> made;
  std::vector<double> of_point(targets.size());
  const std::size_t place = std::min(left_out, targets.size() - 1);
  for (std::size_t i = 0; i < emulated.means.rows; ++i) {
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const double variance = targets[t].sd * targets[t].sd + emulated.variances.at(i, t) +
                              emulated.run_variances.at(i, t) * targets[t].noise_share;
      of_point[t] = std::abs(emulated.means.at(i, t) - targets[t].value) / std::sqrt(variance);
    }
    std::ranges::nth_element(of_point, of_point.begin() + static_cast<std::ptrdiff_t>(place),
                             std::greater());
    made.push_back(of_point[place]);
  }
  return made;
}

}  // namespace stepdown
