#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "calibration/emulator/emulator_plan.h"
#include "calibration/emulator/gaussian_process.h"
#include "calibration/emulator/input_space.h"
#include "calibration/emulator/table.h"
#include "calibration/emulator/training.h"
#include "calibration/measure_scale.h"

namespace stepdown {

/// What is thought of the model at some points, on each measure's scale: where its mean over luck
/// lies, how surely, and how far single runs lie from it. Points by measures.
struct Emulated {
  Table means;
  Table variances;
  Table run_variances;
};

/// How well an emulator tells points that it has not seen, when every fifth point was left out in
/// turn: the share of the variance between points that it explains, its usual error on the scale,
/// and how often its 90% range held what the runs came to.
struct EmulatorQuality {
  double explained = 0;
  double error = 0;
  double coverage_90 = 0;
};

/// One emulated measure: its mean as a Gaussian process, the variance of single runs as a
/// log-linear function of the point, for a population of so many children.
struct MeasureEmulator {
  std::string name;
  MeasureScale scale;
  GaussianProcess mean;
  std::vector<double> noise_variances;   // of the means that it was conditioned on
  std::vector<double> log_run_variance;  // 1, then slopes
  double least_log_variance = 0;
  double greatest_log_variance = 0;
  EmulatorQuality quality;
  double discrepancy =
      0;  // of the plan: how far the model usually stays from an authority's figure

  double run_variance(std::span<const double> point) const;
};

/// Stands for the model where that would take too long: says of any authority of a family, within
/// a fraction of a millisecond, what each measure would come to. Learnt from runs at many points.
class Emulator {
 public:
  Emulator(std::vector<Input> inputs, double children, std::vector<MeasureEmulator> measures)
      : inputs_(std::move(inputs)), children_(children), measures_(std::move(measures)) {}

  const std::vector<Input>& inputs() const { return inputs_; }
  /// Of the world it was learnt in: the variance of runs is that of a population of this size.
  double children() const { return children_; }
  const std::vector<MeasureEmulator>& measures() const { return measures_; }
  /// The place of a measure among them, or nothing.
  const MeasureEmulator* find(std::string_view measure) const;

  /// For the measures named, in that order; each must be one of the emulator's. Means alone are far
  /// quicker.
  Table means(const Table& points, const std::vector<std::string>& measures) const;
  Emulated predict(const Table& points, const std::vector<std::string>& measures) const;

 private:
  std::vector<Input> inputs_;
  double children_;
  std::vector<MeasureEmulator> measures_;
};

/// How an emulator is learnt: on how many points lengths are searched and variances conditioned.
struct EmulatorEffort {
  std::size_t subset = 700;
  int threads = 1;
};

/// Learns one from what the model came to; `told` hears of each measure when it is done. Points
/// come first that matter most. Points without a value of a measure are left out for it.
Emulator learn_emulator(const InputSpace& space, const EmulatorPlan& plan, const TrainingSet& seen,
                        const EmulatorEffort& effort,
                        const std::function<void(const MeasureEmulator&)>& told);

}  // namespace stepdown
