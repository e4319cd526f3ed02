#include "calibration/base_fit.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <numeric>
#include <sstream>

#include "analysis/rounding.h"

namespace stepdown {
namespace {

constexpr std::size_t worst_told = 6;
// What simulated misfits differ by from luck alone, and by how far a number has to move to show.
constexpr double least_gain = 0.01;
constexpr double least_move = 0.01;

FitProgress progress_at(const TrialWorld& world, const LeastSquaresState& state) {
  FitProgress progress{state.iteration, state.misfit, {}, world.means({state.point}).front()};
  for (std::size_t i = 0; i < state.point.size(); ++i) {
    const FreeParameter& free = world.free()[i];
    progress.values[std::string(free.parameter->name)] = free.from_the_line(state.point[i]);
  }
  return progress;
}

}  // namespace

FitProgress fit(const TrialWorld& world, const FitPlan& plan, int iterations,
                const std::function<void(const FitProgress&)>& told, const Columns& slopes) {
  const LeastSquaresPlan search{.iterations = iterations,
                                .step = plan.step,
                                .least_gain = least_gain,
                                .least_move = least_move,
                                .slopes = slopes};
  FitProgress latest;
  least_squares(world.problem(plan.pull_sd), search, [&](const LeastSquaresState& state) {
    latest = progress_at(world, state);
    told(latest);
  });
  return latest;
}

std::string told_in_words(const FitProgress& progress, const std::vector<Target>& targets) {
  std::vector<std::size_t> order(targets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto off = [&](std::size_t t) {
    return std::abs(targets[t].distance(progress.means[t])) * std::sqrt(targets[t].weight);
  };
  std::ranges::stable_sort(order, std::ranges::greater(), off);
  const auto met = std::ranges::count_if(
      order, [&](std::size_t t) { return targets[t].is_met_by(progress.means[t]); });
  std::ostringstream text;
  text << "misfit " << std::fixed << std::setprecision(2) << progress.misfit << ", " << met
       << " of " << targets.size() << " figures within tolerance; furthest off:";
  for (std::size_t i = 0; i < std::min(worst_told, order.size()); ++i) {
    const Target& target = targets[order[i]];
    text << (i == 0 ? " " : ", ") << target.measure << ' ' << rounded(progress.means[order[i]], 0)
         << " (" << rounded(target.value, 0) << ')';
  }
  return text.str();
}

}  // namespace stepdown
