#include "calibration/matching/history_matching.h"

#include <algorithm>
#include <cmath>

#include "calibration/matching/judged_points.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model, should both be given one seed.
constexpr auto step_of_a_move = static_cast<Decision>(244);
constexpr auto place_to_start = static_cast<Decision>(245);
constexpr double first_step = 0.4;
constexpr double least_step = 0.02;
constexpr double longest_step = 0.9;
constexpr double wanted_moved = 0.3;

/// Spreads points over what lies within a level, and learns how long a step may be.
class Mover {
 public:
  Mover(const Implausibility& implausibility, const MatchingPlan& plan)
      : implausibility_(implausibility), plan_(plan) {}

  /// The share of moves that stayed within.
  double spread(SpaceLeft& space, double level) {
    std::size_t moved = 0;
    for (std::size_t move = 0; move < plan_.moves; ++move) {
      const std::vector<Point> proposed = steps_from(space.points);
      const std::vector<double> values = judged(proposed, implausibility_, plan_.threads);
      std::size_t accepted = 0;
      for (std::size_t i = 0; i < proposed.size(); ++i) {
        if (values[i] <= level) {
          space.points[i] = proposed[i];
          space.implausibilities[i] = values[i];
          ++accepted;
        }
      }
      moved += accepted;
      const double share = static_cast<double>(accepted) / static_cast<double>(proposed.size());
      step_ = std::clamp(step_ * std::exp(share - wanted_moved), least_step, longest_step);
    }
    return static_cast<double>(moved) / static_cast<double>(plan_.moves * space.points.size());
  }

 private:
  // A step that leaves a standard normal distribution as it is, whatever its length.
  std::vector<Point> steps_from(const std::vector<Point>& points) {
    const Luck luck({plan_.seed, ++steps_done_});
    const double kept = std::sqrt(1 - step_ * step_);
    std::vector<Point> made = points;
    for (std::size_t i = 0; i < made.size(); ++i) {
      for (std::size_t k = 0; k < made[i].size(); ++k) {
        const double z = luck.standard_normal(static_cast<std::uint32_t>(i), step_of_a_move,
                                              static_cast<std::uint32_t>(k));
        made[i][k] = kept * made[i][k] + step_ * z;
      }
    }
    return made;
  }

  const Implausibility& implausibility_;
  const MatchingPlan& plan_;
  double step_ = first_step;
  std::uint32_t steps_done_ = 0;
};

double share_within(const std::vector<double>& values, double level) {
  const auto within = std::ranges::count_if(values, [level](double each) { return each <= level; });
  return static_cast<double>(within) / static_cast<double>(values.size());
}

double quantile_of(std::vector<double> values, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(place));
  return values[place];
}

/// Each place of a point outside the level is taken by one within it, in turn and from a start that
/// the seed chooses.
void leave_outside(SpaceLeft& space, double level, const MatchingPlan& plan, std::uint32_t step) {
  std::vector<std::size_t> within;
  for (std::size_t i = 0; i < space.points.size(); ++i) {
    if (space.implausibilities[i] <= level) {
      within.push_back(i);
    }
  }
  const double start = Luck({plan.seed, step}).uniform(0, place_to_start, 0);
  auto next = static_cast<std::size_t>(start * static_cast<double>(within.size()));
  for (std::size_t i = 0; i < space.points.size(); ++i) {
    if (space.implausibilities[i] > level) {
      const std::size_t from = within[next++ % within.size()];
      space.points[i] = space.points[from];
      space.implausibilities[i] = space.implausibilities[from];
    }
  }
}

}  // namespace

SpaceLeft match_history(std::size_t dimensions, const Implausibility& implausibility,
                        const MatchingPlan& plan) {
  SpaceLeft space;
  space.points = points_of_normal_prior(plan.points, dimensions, plan.seed);
  space.implausibilities = judged(space.points, implausibility, plan.threads);
  Mover mover(implausibility, plan);
  for (std::size_t step = 0; step < plan.most_levels; ++step) {
    const double level = std::max(plan.cutoff, quantile_of(space.implausibilities, plan.keep));
    const double share = share_within(space.implausibilities, level);
    space.share *= share;
    leave_outside(space, level, plan, static_cast<std::uint32_t>(step));
    const double moved = mover.spread(space, level);
    space.levels.push_back({level, share, moved});
    if (level <= plan.cutoff) {
      return space;
    }
  }
  space.is_empty = true;
  return space;
}

}  // namespace stepdown
