#include "analysis/decision/further_measure.h"

#include <algorithm>
#include <cmath>

#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr double confidence = 0.95;

}  // namespace

std::vector<double> mean_of_each_run(const ByPoint& values) {
  std::size_t runs = 0;
  for (const std::vector<double>& at_point : values) {
    runs = std::max(runs, at_point.size());
  }
  std::vector<double> means;
  for (std::size_t run = 0; run < runs; ++run) {
    std::vector<double> of_run;
    for (const std::vector<double>& at_point : values) {
      of_run.push_back(run < at_point.size() ? at_point[run] : std::nan(""));
    }
    means.push_back(summarise(of_run).mean);
  }
  return means;
}

std::vector<double> mean_of_each_point(const ByPoint& values) {
  std::vector<double> means;
  for (const std::vector<double>& at_point : values) {
    means.push_back(summarise(at_point).mean);
  }
  return means;
}

FurtherMeasure judged_further(const Objective& objective, std::span<const double> differences,
                              std::size_t measures, const std::string& policy) {
  const Summary summary = summarise(differences);
  const std::string start = std::string(objective.topic->title) + ", over all that was tried: ";
  if (summary.runs < 2) {
    return {false, start + "too few values to say anything."};
  }
  const double half = half_width_of_mean(
      summary.deviation, summary.runs,
      1 - (1 - confidence) / static_cast<double>(std::max<std::size_t>(measures, 1)));
  FurtherMeasure judged;
  judged.is_worse = summary.mean - half > 0;
  judged.words = start + mean_difference_told(objective, summary.mean - half, summary.mean + half) +
                 (judged.is_worse ? "; " + policy + " is ruled out by that." : ".");
  return judged;
}

}  // namespace stepdown
