#include "calibration/emulator/emulator_training.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "calibration/matching/history_matching.h"

namespace stepdown {
namespace {

// A point may lie so far out of the middle of each range, in halves of it: somewhat beyond the
// ends, so that authorities there are not on the edge of what is known.
constexpr double beyond_the_range = 1.25;
// Points on which lengths are searched and variances conditioned: where the time it takes and what
// it tells were in balance.
constexpr std::size_t subset = 500;

void add(TrainingSet& to, const TrainingSet& more) {
  to.points.insert(to.points.end(), more.points.begin(), more.points.end());
  to.runs.insert(to.runs.end(), more.runs.begin(), more.runs.end());
  to.failed += more.failed;
}

}  // namespace

std::vector<Point> second_points(const Emulator& emulator, const EmulatorPlan& plan,
                                 std::uint64_t seed, int threads) {
  std::vector<std::string> names;
  std::ranges::transform(plan.measures, std::back_inserter(names), &EmulatedMeasure::name);
  const auto out_of_range = [&](const std::vector<Point>& points) {
    const Table means = emulator.means(Table(points), names);
    std::vector<double> furthest(points.size(), 0.0);
    for (std::size_t m = 0; m < names.size(); ++m) {
      const MeasureScale scale = emulator.find(names[m])->scale;
      const double low = scale.on(plan.measures[m].range.low);
      const double high = scale.on(plan.measures[m].range.high);
      for (std::size_t i = 0; i < points.size(); ++i) {
        const double off = std::abs(means.at(i, m) - (low + high) / 2) / ((high - low) / 2);
        furthest[i] = std::max(furthest[i], off);
      }
    }
    return furthest;
  };
  return match_history(plan.inputs.size(), out_of_range,
                       {.seed = seed,
                        .points = plan.second_points,
                        .cutoff = beyond_the_range,
                        .threads = threads})
      .points;
}

std::optional<KeptEmulator> train(const ModelParameters& base, const EmulatorPlan& plan,
                                  const TrainingOrder& order,
                                  const std::function<void(const TrainingProgress&)>& told,
                                  const std::atomic<bool>& stop) {
  const InputSpace space(base, plan.inputs);
  const std::size_t in_all = (plan.first_points + plan.second_points) * plan.runs;
  const EmulatorEffort effort{subset, order.threads};
  const auto tried = [&](const std::vector<Point>& points, const char* which,
                         std::uint64_t seed_of_step, std::size_t before) {
    std::filesystem::path path = order.journals;
    path += which;
    RunJournal journal(path, order.inputs + which);
    return try_points(
        space, plan, points, {seed_of_step, order.threads}, journal,
        [&](std::size_t done) {
          told({before + done * plan.runs, in_all, nullptr});
        },
        stop);
  };
  const auto learnt_from = [&](const TrainingSet& seen) {
    return learn_emulator(space, plan, seen, effort, [&](const MeasureEmulator& measure) {
      told({in_all, in_all, &measure});
    });
  };

  TrainingSet seen = tried(first_points(plan, order.seed), ".first", order.seed, 0);
  if (seen.points.size() < plan.first_points) {
    return {};
  }
  if (plan.second_points > 0) {
    const Emulator rough = learn_emulator(space, plan, seen, effort, [](const MeasureEmulator&) {});
    const std::vector<Point> points = second_points(rough, plan, order.seed, order.threads);
    TrainingSet nearer = tried(points, ".second", order.seed + 1, plan.first_points * plan.runs);
    if (nearer.points.size() < points.size()) {
      return {};
    }
    add(nearer, seen);
    seen = std::move(nearer);
  }
  return KeptEmulator{
      learnt_from(seen),  digest_of_base(base, plan.inputs), "",         "", order.seed,
      seen.points.size(), seen.points.size() * plan.runs,    seen.failed};
}

}  // namespace stepdown
