#include "calibration/emulator/training.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <exception>
#include <limits>
#include <new>
#include <optional>
#include <utility>

#include "analysis/sampling/scrambled_sobol.h"

namespace stepdown {
namespace {

// Points tried between two writings: enough that no thread waits long for the others.
constexpr std::size_t batch_for_each_thread = 16;

struct TriedRun {
  std::optional<Outcomes> outcomes;
  std::vector<FailedRun> failed;
};

TriedRun tried(const InputSpace& space, const Point& point, RunKey key,
               const DayZeroMaker& make_world) {
  try {
    const ModelParameters world = space.world(point);
    Outcomes outcomes = make_world(world, key)(world, world);
    // Months are not emulated, and would fill the journal.
    outcomes.monthly.clear();
    outcomes.months = 0;
    return {std::move(outcomes), {}};
  } catch (const std::bad_alloc&) {
    throw;  // says something of this hour and nothing of the point
  } catch (const std::exception& error) {
    return {{}, {{key.seed, key.run, "", error.what()}}};
  }
}

TrainingSet training_set(const EmulatorPlan& plan, const std::vector<Point>& points,
                         const RunJournal& journal) {
  TrainingSet made;
  journal.each([&](const SavedRun& saved) {
    const std::size_t point = saved.run / plan.runs;
    if (point >= points.size()) {
      return;
    }
    if (saved.run % plan.runs == 0) {
      made.points.push_back(points[point]);
      made.runs.emplace_back();
    }
    const std::optional<Outcomes>& outcomes = saved.outcomes.front();
    made.failed += outcomes ? 0 : 1;
    for (const EmulatedMeasure& measure : plan.measures) {
      made.runs.back().push_back(outcomes ? outcomes->of_run.at(measure.column)
                                          : std::numeric_limits<double>::quiet_NaN());
    }
  });
  // A point whose last run is still to come.
  if (!made.runs.empty() && made.runs.back().size() < plan.runs * plan.measures.size()) {
    made.points.pop_back();
    made.runs.pop_back();
  }
  return made;
}

}  // namespace

TrainingSet try_points(const InputSpace& space, const EmulatorPlan& plan,
                       const std::vector<Point>& points, const TrainingLuck& luck,
                       RunJournal& journal, const PointsDone& told, const std::atomic<bool>& stop,
                       const DayZeroMaker& make_world) {
  const std::size_t all = points.size() * plan.runs;
  const std::size_t batch = batch_for_each_thread * static_cast<std::size_t>(luck.threads);
  for (std::size_t done = std::min(journal.runs(), all); done < all && !stop;) {
    std::vector<TriedRun> runs(std::min(batch, all - done));
    for_each_in_parallel(runs.size(), luck.threads, [&](std::size_t i) {
      const auto run = static_cast<std::uint32_t>(done + i);
      runs[i] = tried(space, points[run / plan.runs], {luck.seed, run}, make_world);
    });
    for (std::size_t i = 0; i < runs.size(); ++i) {
      journal.append(
          0, {static_cast<std::uint32_t>(done + i), {&runs[i].outcomes, 1}, runs[i].failed});
    }
    journal.sync();
    done += runs.size();
    told(done / plan.runs);
  }
  return training_set(plan, points, journal);
}

std::vector<Point> first_points(const EmulatorPlan& plan, std::uint64_t seed) {
  const std::size_t dimensions = plan.inputs.size();
  const std::vector<double> cube = scrambled_sobol(plan.first_points, dimensions, seed);
  const boost::math::normal prior(0, plan.spread);
  std::vector<Point> points(plan.first_points, Point(dimensions));
  for (std::size_t i = 0; i < cube.size(); ++i) {
    points[i / dimensions][i % dimensions] = quantile(prior, cube[i]);
  }
  return points;
}

}  // namespace stepdown
