#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/run_journal.h"
#include "calibration/emulator/emulator_plan.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// What the model came to at many points, in the measures of a plan; NaN where a run failed or has
/// no value.
struct TrainingSet {
  std::vector<Point> points;
  std::vector<std::vector<double>> runs;  // of each point: run by run, measure by measure
  std::size_t failed = 0;                 // runs
};

/// With which luck and on how many threads points are tried. The luck of a point follows from its
/// number, so that points can be added.
struct TrainingLuck {
  std::uint64_t seed = 1;
  int threads = 1;
};

/// Told after each batch how many points are done.
using PointsDone = std::function<void(std::size_t done)>;

/// Tries the points that the journal does not have yet and gives all of them, in their order, as
/// far as they are done: an exception or a wish to stop ends it after the batch at hand.
TrainingSet try_points(const InputSpace& space, const EmulatorPlan& plan,
                       const std::vector<Point>& points, const TrainingLuck& luck,
                       RunJournal& journal, const PointsDone& told, const std::atomic<bool>& stop,
                       const DayZeroMaker& make_world = model_worlds());

/// The first points of a plan: evenly over the prior, widened by its spread.
std::vector<Point> first_points(const EmulatorPlan& plan, std::uint64_t seed);

}  // namespace stepdown
