#include "calibration/fit/local_fit.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>

#include "calibration/abc/regression.h"
#include "calibration/fit/fit_budget.h"
#include "calibration/fit/trial_runs.h"
#include "calibration/matching/tempered_sampling.h"
#include "model/random.h"

namespace stepdown {
namespace {

// In approximate Bayesian computation: what is kept of a generation, and in how many dimensions the
// weights of a second generation rest on more than a few points (docs/calibration.md).
constexpr double kept_of_runs = 0.4;
constexpr std::size_t dimensions_for_generations = 8;
// Three standard deviations (Pukelsheim 1994).
constexpr double implausible = 3;
// Of so many figures one may be off in the space that history matching keeps: no model has all
// right.
constexpr std::size_t figures_for_one_left_out = 12;
// Steps share one seed and no luck.
constexpr std::uint64_t luck_of_correcting = 1'000'003;
constexpr std::uint64_t luck_of_sampling = 2'000'003;
constexpr std::uint64_t luck_of_checking = 3'000'017;
// Beyond every decision of the model, should both be given one seed.
constexpr auto error_of_a_figure = static_cast<Decision>(247);

std::vector<Target> those_known(const std::vector<Target>& targets, const Emulator& emulator) {
  std::vector<Target> known;
  std::ranges::copy_if(targets, std::back_inserter(known),
                       [&](const Target& each) { return emulator.find(each.measure) != nullptr; });
  return known;
}

ModelParameters at_trial_size(ModelParameters world, double most_children) {
  if (world.population.children > most_children) {
    const double share = most_children / world.population.children;
    world.population.children = most_children;
    world.workforce.social_workers =
        static_cast<int>(std::lround(world.workforce.social_workers * share));
  }
  return world;
}

/// Leaves a step in which nothing is run, and so nothing would be saved.
class AskedToStop : public std::exception {};

/// One fit, step after step.
class Fit {
 public:
  Fit(const ModelParameters& world, const Emulator& emulator, const std::vector<Target>& targets,
      const LocalFitPlan& plan, const LocalFitListener& told, const std::atomic<bool>& stop,
      const DayZeroMaker& make_world)
      : plan_(plan),
        told_(told),
        stop_(stop),
        space_(at_trial_size(world, plan.largest_trial), emulator.inputs()),
        authority_(
            emulator, space_,
            scaled_targets(targets, emulator, space_.all_inputs().children(), &result_.unused),
            error_correlations(those_known(targets, emulator))),
        runs_(space_, emulator, those_known(targets, emulator), make_world) {
    result_.targets = those_known(targets, emulator);
    for (const ScaledTarget& each : authority_.targets()) {
      result_.discrepancies.push_back(each.discrepancy);
    }
    result_.children = space_.all_inputs().children();
  }

  /// Nothing if it was asked to stop.
  std::optional<LocalFit> run() try { return found(); } catch (const AskedToStop&) {
    return {};
  }

 private:
  std::optional<LocalFit> found() {
    result_.first_wave = matched(FitStep::matching, plan_.seed);
    std::vector<Point> fitting = sampled(FitStep::sampling, plan_.seed);
    if (budget_.correcting > 0) {
      if (!correct(fitting)) {
        return {};
      }
      result_.second_wave = matched(FitStep::matching_again, plan_.seed + 1);
      fitting = sampled(FitStep::sampling_again, plan_.seed + 1);
    }
    if (plan_.by == FitBy::runs && !sample_by_runs(fitting)) {
      return {};
    }
    result_.draws = some_of(fitting, plan_.draws);
    return check() ? std::optional(std::move(result_)) : std::nullopt;
  }

  void leave_if_asked() const {
    if (stop_) {
      throw AskedToStop();
    }
  }

  std::size_t figures() const { return result_.targets.size(); }

  void tell(FitStep step) const { told_({step, result_.runs, plan_.budget}); }

  std::string journal(const char* which) const {
    return plan_.journals.empty() ? "" : plan_.journals.string() + which;
  }

  std::vector<double> implausibility(const std::vector<Point>& points) const {
    return implausibilities(authority_.predict(points), authority_.targets(),
                            figures() / figures_for_one_left_out);
  }

  SpaceLeft matched(FitStep step, std::uint64_t seed) const {
    if (plan_.matched_points == 0) {
      return {};
    }
    tell(step);
    return match_history(space_.size(),
                         [this](const std::vector<Point>& points) {
                           leave_if_asked();
                           return implausibility(points);
                         },
                         {.seed = seed,
                          .points = plan_.matched_points,
                          .cutoff = implausible,
                          .threads = plan_.threads});
  }

  std::vector<Point> sampled(FitStep step, std::uint64_t seed) {
    tell(step);
    TemperedSample sample = sample_tempered(space_.size(),
                                            [this](const std::vector<Point>& points) {
                                              leave_if_asked();
                                              return authority_.log_likelihoods(points);
                                            },
                                            {.seed = seed + luck_of_sampling,
                                             .points = plan_.sampled_points,
                                             .threads = plan_.threads});
    result_.is_whole = sample.is_whole;
    return std::move(sample.points);
  }

  static std::vector<Point> some_of(const std::vector<Point>& points, std::size_t count) {
    std::vector<Point> some;
    for (std::size_t i = 0; i < count; ++i) {
      some.push_back(points[i * points.size() / count]);
    }
    return some;
  }

  bool correct(const std::vector<Point>& fitting) {
    const std::vector<Point> points = some_of(fitting, budget_.correcting);
    const TriedFigures tried = tried_at(points, FitStep::correcting, luck_of_correcting);
    if (!tried.is_whole) {
      return false;
    }
    TriedPoints seen;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!tried.figures[i].empty()) {
        seen.points.push_back(points[i]);
        seen.values.push_back(runs_.on_scales(tried.figures[i]));
      }
    }
    authority_.correct_by(seen);
    result_.corrections = authority_.corrections();
    return true;
  }

  TriedFigures tried_at(const std::vector<Point>& points, FitStep step, std::uint64_t luck) {
    const std::size_t before = result_.runs;
    TriedFigures tried = try_each(
        runs_, points, plan_.seed + luck, plan_.threads,
        journal(step == FitStep::correcting ? ".correcting" : ".checking"), plan_.inputs,
        [&](std::size_t done) {
          result_.runs = before + done;
          tell(step);
        },
        stop_);
    result_.failed += tried.failed;
    return tried;
  }

  const std::vector<Point>& points_left() const {
    return (result_.second_wave ? *result_.second_wave : result_.first_wave).points;
  }

  // The prior within what history matching left, of which its points are draws.
  Prior what_is_left() const {
    return {[this](const PointLuck& luck) {
              const std::vector<Point>& points = points_left();
              return points[static_cast<std::size_t>(luck.uniform(0) *
                                                     static_cast<double>(points.size()))];
            },
            [this](const Point& point) {
              if (implausibility({point}).front() > implausible) {
                return -std::numeric_limits<double>::infinity();
              }
              double squares = 0;
              for (const double each : point) {
                squares += each * each;
              }
              return -squares / 2;
            }};
  }

  /// A run with the errors that figures have, on their scales.
  std::vector<double> noisy_run(const Point& point, std::uint64_t luck) const {
    std::vector<double> values =
        runs_.on_scales(runs_.figures(point, {luck, static_cast<std::uint32_t>(luck >> 32)}));
    const Luck draws({luck, 1});
    std::vector<double> normals;
    for (std::size_t t = 0; t < values.size(); ++t) {
      normals.push_back(draws.standard_normal(static_cast<std::uint32_t>(t), error_of_a_figure, 0));
    }
    const std::vector<double> errors = authority_.correlated(normals);
    for (std::size_t t = 0; t < values.size(); ++t) {
      values[t] += authority_.targets()[t].sd * errors[t];
    }
    return values;
  }

  /// Replaces what fits by what runs of the model say, if there are enough of them.
  bool sample_by_runs(std::vector<Point>& fitting) {
    const std::size_t left = budget_.left;
    if (!are_enough_by_runs(budget_, figures()) || points_left().empty()) {
      return true;
    }
    AbcPlan plan;
    plan.seed = plan_.seed + luck_of_sampling + 2;
    plan.threads = plan_.threads;
    plan.budget = left;
    plan.first_simulations = space_.size() > dimensions_for_generations ? left : left / 4;
    plan.particles =
        static_cast<std::size_t>(kept_of_runs * static_cast<double>(plan.first_simulations));
    plan.most_generations =
        space_.size() > dimensions_for_generations ? 1 : std::numeric_limits<std::uint32_t>::max();
    std::unique_ptr<AbcJournalFile> saved;
    if (!plan_.journals.empty()) {
      saved = std::make_unique<AbcJournalFile>(
          journal(".sampling"),
          plan_.inputs + ' ' + stamp_of_search(what_is_left(), authority_.observed(), plan));
    }
    const std::size_t before = result_.runs;
    const AbcResult found = abc_smc(
        what_is_left(),
        [this](const Point& point, std::uint64_t luck) { return noisy_run(point, luck); },
        authority_.observed(), plan, saved.get(),
        [&](const AbcProgress& progress) {
          result_.runs = before + progress.simulations;
          tell(FitStep::sampling_by_runs);
        },
        stop_);
    if (stop_) {
      return false;
    }
    result_.runs = before + found.simulations();
    result_.failed += found.failed();
    result_.by_runs = found.history;
    result_.by_runs_end = found.end;
    if (!found.last.points.empty()) {
      const Adjusted moved = adjusted(found.last, authority_.observed());
      result_.is_moved = moved.is_moved;
      fitting = equal_draws(moved, plan_.sampled_points, plan_.seed);
    }
    return true;
  }

  bool check() {
    const std::size_t count = budget_.checking;
    tell(FitStep::checking);
    if (count == 0) {
      const EmulatedDraws draws(authority_, result_.draws);
      for (std::size_t i = 0; i < result_.draws.size(); ++i) {
        result_.fitted.push_back(
            runs_.from_scales(draws.run(result_.draws[i], plan_.seed + luck_of_checking + i)));
      }
      return true;
    }
    const TriedFigures tried =
        tried_at(some_of(result_.draws, count), FitStep::checking, luck_of_checking);
    if (!tried.is_whole) {
      return false;
    }
    std::ranges::copy_if(tried.figures, std::back_inserter(result_.fitted),
                         [](const std::vector<double>& each) { return !each.empty(); });
    result_.checked_by_runs = true;
    return true;
  }

  const LocalFitPlan& plan_;
  const FitBudget budget_ = divided(plan_.budget, plan_.draws);
  const LocalFitListener& told_;
  const std::atomic<bool>& stop_;
  LocalFit result_;
  AuthoritySpace space_;
  EmulatedAuthority authority_;
  TrialRuns runs_;
};

}  // namespace

std::string_view words_of(FitStep step) {
  switch (step) {
    case FitStep::matching:
      return "looking where the figures can come from";
    case FitStep::sampling:
      return "weighing what fits";
    case FitStep::correcting:
      return "running the model there";
    case FitStep::matching_again:
      return "looking again with what the runs say";
    case FitStep::sampling_again:
      return "weighing again what fits";
    case FitStep::sampling_by_runs:
      return "running what fits";
    case FitStep::checking:
      return "running what was kept once more";
  }
  return "";
}

std::optional<LocalFit> fit_authority(const ModelParameters& world, const Emulator& emulator,
                                      const std::vector<Target>& targets, const LocalFitPlan& plan,
                                      const LocalFitListener& told, const std::atomic<bool>& stop,
                                      const DayZeroMaker& make_world) {
  return Fit(world, emulator, targets, plan, told, stop, make_world).run();
}

}  // namespace stepdown
