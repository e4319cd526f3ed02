#include "calibration/backcast/usual_miss.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace stepdown {
namespace {

constexpr double sd_of_median_distance = 1.4826;

Emulator without_discrepancies(const Emulator& emulator) {
  std::vector<MeasureEmulator> measures = emulator.measures();
  for (MeasureEmulator& each : measures) {
    each.discrepancy = 0;
  }
  return {emulator.inputs(), emulator.children(), std::move(measures)};
}

/// From the mean of what the fitted world shows to the figure; nothing where it shows nothing.
double distance_of(const LocalFit& fit, std::size_t target, const MeasureScale& scale) {
  double sum = 0;
  std::size_t count = 0;
  for (const std::vector<double>& run : fit.fitted) {
    if (!std::isnan(run[target])) {
      sum += scale.on(run[target]);
      ++count;
    }
  }
  return std::abs(scale.on(fit.targets[target].value) - sum / static_cast<double>(count));
}

}  // namespace

std::vector<UsualMiss> usual_misses(std::span<const BackcastCase> cases, const Emulator& emulator,
                                    const LocalFitPlan& plan, const std::atomic<bool>& stop,
                                    const std::function<void(std::size_t done)>& told) {
  const Emulator exact = without_discrepancies(emulator);
  std::map<std::string, std::vector<double>> distances;
  for (std::size_t i = 0; i < cases.size() && !stop; ++i) {
    const auto fit = fit_authority(
        cases[i].world, exact, cases[i].targets, plan, [](const LocalFitProgress&) {}, stop);
    for (std::size_t t = 0; fit && t < fit->targets.size(); ++t) {
      const std::string& measure = fit->targets[t].measure;
      const double distance = distance_of(*fit, t, exact.find(measure)->scale);
      if (!std::isnan(distance)) {
        distances[measure].push_back(distance);
      }
    }
    told(i + 1);
  }
  std::vector<UsualMiss> made;
  for (const MeasureEmulator& measure : exact.measures()) {
    std::vector<double>& all = distances[measure.name];
    if (!all.empty()) {
      std::ranges::sort(all);
      made.push_back({measure.name, all.size(), sd_of_median_distance * all[all.size() / 2]});
    }
  }
  return made;
}

}  // namespace stepdown
