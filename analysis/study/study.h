#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analysis/study/varied.h"
#include "model/outcomes/outcomes.h"
#include "scenarios/ensemble.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// A place at which a study tries its scenarios: the value of each varied setting, in its own unit
/// (of a choice its place), and whose luck its runs have. Points of equal `luck` have common random
/// numbers.
struct StudyPoint {
  std::vector<double> values;
  std::uint32_t luck = 0;
};

/// The measures a study keeps of each run, as columns of `Outcomes::of_run` and `monthly`.
struct KeptMeasures {
  std::vector<std::size_t> of_run;
  std::vector<std::size_t> monthly;

  /// By their names in the registry, run measures and monthly ones mixed; throws ScenarioErrors
  /// naming the unknown ones and a similar one of each.
  static KeptMeasures named(std::span<const std::string> names);
};

/// Scenarios that are tried at many points, some settings being other than their files say. Runs
/// are numbered: `runs` at the first point, then those at the second, and so on.
class Study {
 public:
  /// Every scenario gets each varied value as if it were typed after `--set`: levers from day 0 on,
  /// anything else from the first day of the warm-up.
  Study(std::span<const Scenario> scenarios, std::vector<Varied> varied, KeptMeasures kept,
        std::uint32_t runs, std::uint64_t seed);

  const std::vector<Varied>& varied() const { return varied_; }
  const KeptMeasures& kept() const { return kept_; }
  /// In the order of outcomes: that of the names.
  std::vector<std::string> names() const;
  std::uint32_t runs() const { return runs_; }
  std::uint64_t seed() const { return seed_; }
  /// The luck of a run at a point.
  RunKey key(const StudyPoint& point, std::uint32_t run) const;

  /// The plans as they are at a point.
  std::vector<PlanOfRun> at(const StudyPoint& point) const;
  /// One run at a point, no more of its outcomes than what is kept.
  MadeRun made(const StudyPoint& point, std::uint32_t run, const DayZeroMaker& make_world) const;

 private:
  std::vector<PlanOfRun> plans_;
  std::vector<bool> is_laboratory_;
  std::vector<Varied> varied_;
  KeptMeasures kept_;
  std::uint32_t runs_;
  std::uint64_t seed_;
};

/// What takes a finished run of a study: its number, and its outcomes as far as they are kept.
using TakeStudyRun = std::function<void(std::size_t number, const MadeRun& made)>;

/// Makes the runs numbered from `first` up to `end` on so many threads and hands them over in their
/// order, whatever the threads. Once `stop` is true no run is begun.
void run_study(const Study& study, std::span<const StudyPoint> points, std::size_t first,
               std::size_t end, int threads, const TakeStudyRun& take,
               const std::atomic<bool>& stop, const DayZeroMaker& make_world = model_worlds());

/// What the runs of a study came to in one measure, NaN where a run failed or had no value.
class StudyValues {
 public:
  StudyValues(std::size_t scenarios, std::size_t points, std::uint32_t runs);

  double& operator()(std::size_t scenario, std::size_t point, std::uint32_t run);
  double operator()(std::size_t scenario, std::size_t point, std::uint32_t run) const;

  std::size_t scenarios() const { return scenarios_; }
  std::size_t points() const { return points_; }
  std::uint32_t runs() const { return runs_; }

 private:
  std::size_t at(std::size_t scenario, std::size_t point, std::uint32_t run) const;

  std::size_t scenarios_;
  std::size_t points_;
  std::uint32_t runs_;
  std::vector<double> values_;
};

}  // namespace stepdown
