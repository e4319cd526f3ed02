#include "calibration/fit/local_fit.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

#include "calibration/abc/regression.h"
#include "calibration/fit/trial_runs.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Runs that put the emulator right, at most so many and at most this share of the budget; the rest
// of a small budget checks the draws.
constexpr std::size_t most_to_correct = 300;
constexpr double share_to_correct = 0.6;
// Fewer runs than this for each figure tell no posterior of their own: the emulated one stands.
constexpr std::size_t least_runs_for_each_figure = 80;
// Of what is simulated the nearest are kept and moved by regression (docs/calibration.md): few of
// what costs nothing, more of what does.
constexpr double kept_of_emulated = 0.05;
constexpr double kept_of_runs = 0.4;
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
    world.workforce.social_workers = std::round(world.workforce.social_workers * share);
  }
  return world;
}

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
            scaled_targets(targets, emulator, space_.all_inputs().children(), &result_.unused)),
        runs_(space_, emulator, those_known(targets, emulator), make_world) {
    result_.targets = those_known(targets, emulator);
    result_.children = space_.all_inputs().children();
  }

  std::optional<LocalFit> run() {
    result_.first_wave = matched(FitStep::matching, plan_.seed);
    if (!correct()) {
      return {};
    }
    const std::optional<WeightedPoints> emulated = sample_emulator();
    if (!emulated) {
      return {};
    }
    const std::optional<WeightedPoints> sampled = sample_by_runs(*emulated);
    if (!sampled) {
      return {};
    }
    result_.draws = equal_draws(*sampled, plan_.draws, plan_.seed);
    return check() ? std::optional(std::move(result_)) : std::nullopt;
  }

 private:
  std::size_t figures() const { return result_.targets.size(); }

  void tell(FitStep step) const { told_({step, result_.runs, plan_.budget}); }

  std::string journal(const char* which) const {
    return plan_.journals.empty() ? "" : plan_.journals.string() + which;
  }

  SpaceLeft matched(FitStep step, std::uint64_t seed) {
    tell(step);
    const std::size_t left_out = figures() / figures_for_one_left_out;
    const auto implausibility = [&](const std::vector<Point>& points) {
      return implausibilities(authority_.predict(points), authority_.targets(), left_out);
    };
    return match_history(space_.size(), implausibility,
                         {.seed = seed, .points = plan_.matched_points, .threads = plan_.threads});
  }

  // Runs at some of the points left, and history matching again with what they say.
  bool correct() {
    const std::size_t count = runs_to_correct();
    if (count == 0) {
      return true;
    }
    std::vector<Point> points;
    const std::vector<Point>& from = result_.first_wave.points;
    for (std::size_t i = 0; i < count; ++i) {
      points.push_back(from[i * from.size() / count]);
    }
    const std::size_t before = result_.runs;
    const TriedFigures tried = try_each(
        runs_, points, plan_.seed + luck_of_correcting, plan_.threads, journal(".correcting"),
        plan_.inputs,
        [&](std::size_t done) {
          result_.runs = before + done;
          tell(FitStep::correcting);
        },
        stop_);
    if (!tried.is_whole) {
      return false;
    }
    result_.failed += tried.failed;
    TriedPoints seen;
    for (std::size_t i = 0; i < count; ++i) {
      if (!tried.figures[i].empty()) {
        seen.points.push_back(points[i]);
        seen.values.push_back(runs_.on_scales(tried.figures[i]));
      }
    }
    authority_.correct_by(seen);
    result_.corrections = authority_.corrections();
    result_.second_wave = matched(FitStep::matching_again, plan_.seed + 1);
    return true;
  }

  const std::vector<Point>& points_left() const {
    return (result_.second_wave ? *result_.second_wave : result_.first_wave).points;
  }

  // The prior within what history matching left: any of its points, with equal chance.
  Prior what_is_left() const {
    return {[this](const PointLuck& luck) {
              const std::vector<Point>& points = points_left();
              return points[static_cast<std::size_t>(luck.uniform(0) *
                                                     static_cast<double>(points.size()))];
            },
            [](const Point&) { return 0.0; }};
  }

  // One generation: in so many dimensions the weights of a second would rest on a few points.
  static AbcPlan one_generation(std::size_t simulations, double keep) {
    AbcPlan plan;
    plan.particles = static_cast<std::size_t>(keep * static_cast<double>(simulations));
    plan.first_simulations = simulations;
    plan.budget = simulations;
    plan.most_generations = 1;
    return plan;
  }

  std::optional<WeightedPoints> sample_emulator() {
    tell(FitStep::sampling);
    const EmulatedDraws draws(authority_, points_left());
    AbcPlan plan = one_generation(plan_.emulated_simulations, kept_of_emulated);
    plan.seed = plan_.seed + luck_of_sampling;
    plan.threads = plan_.threads;
    const AbcResult sampled = abc_smc(
        what_is_left(),
        [&](const Point& point, std::uint64_t luck) { return draws.noisy_run(point, luck); },
        authority_.observed(), plan, nullptr, [](const AbcProgress&) {}, stop_);
    if (stop_) {
      return {};
    }
    result_.emulated = sampled.history;
    result_.emulated_end = sampled.end;
    return adjusted(sampled.last, authority_.observed());
  }

  /// A run with the errors that figures have, on their scales.
  std::vector<double> noisy_run(const Point& point, std::uint64_t luck) const {
    std::vector<double> values =
        runs_.on_scales(runs_.figures(point, {luck, static_cast<std::uint32_t>(luck >> 32)}));
    const Luck draws({luck, 1});
    for (std::size_t t = 0; t < values.size(); ++t) {
      values[t] += authority_.targets()[t].sd *
                   draws.standard_normal(static_cast<std::uint32_t>(t), error_of_a_figure, 0);
    }
    return values;
  }

  std::size_t runs_to_correct() const {
    const double share = share_to_correct * static_cast<double>(plan_.budget);
    return std::min(most_to_correct, static_cast<std::size_t>(share));
  }

  std::size_t runs_to_check() const {
    return std::min(plan_.draws, plan_.budget - runs_to_correct());
  }

  std::optional<WeightedPoints> sample_by_runs(const WeightedPoints& emulated) {
    const std::size_t left = plan_.budget - runs_to_correct() - runs_to_check();
    if (left < least_runs_for_each_figure * figures()) {
      return emulated;
    }
    AbcPlan plan = one_generation(left, kept_of_runs);
    plan.seed = plan_.seed + luck_of_sampling + 1;
    plan.threads = plan_.threads;
    std::unique_ptr<AbcJournalFile> saved;
    if (!plan_.journals.empty()) {
      saved = std::make_unique<AbcJournalFile>(
          journal(".sampling"),
          plan_.inputs + ' ' + stamp_of_search(what_is_left(), authority_.observed(), plan));
    }
    const std::size_t before = result_.runs;
    const AbcResult sampled = abc_smc(
        what_is_left(),
        [this](const Point& point, std::uint64_t luck) { return noisy_run(point, luck); },
        authority_.observed(), plan, saved.get(),
        [&](const AbcProgress& progress) {
          result_.runs = before + progress.simulations;
          tell(FitStep::sampling_by_runs);
        },
        stop_);
    if (stop_) {
      return {};
    }
    result_.runs = before + sampled.simulations();
    result_.failed += sampled.failed();
    result_.by_runs = sampled.history;
    result_.by_runs_end = sampled.end;
    if (sampled.last.points.empty()) {
      return emulated;
    }
    return adjusted(sampled.last, authority_.observed());
  }

  bool check() {
    const std::size_t count = runs_to_check();
    tell(FitStep::checking);
    if (count == 0) {
      const EmulatedDraws draws(authority_, result_.draws);
      for (std::size_t i = 0; i < result_.draws.size(); ++i) {
        result_.fitted.push_back(
            runs_.from_scales(draws.run(result_.draws[i], plan_.seed + luck_of_checking + i)));
      }
      return true;
    }
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
      points.push_back(result_.draws[i * result_.draws.size() / count]);
    }
    const std::size_t before = result_.runs;
    const TriedFigures tried = try_each(
        runs_, points, plan_.seed + luck_of_checking, plan_.threads, journal(".checking"),
        plan_.inputs,
        [&](std::size_t done) {
          result_.runs = before + done;
          tell(FitStep::checking);
        },
        stop_);
    if (!tried.is_whole) {
      return false;
    }
    result_.failed += tried.failed;
    std::ranges::copy_if(tried.figures, std::back_inserter(result_.fitted),
                         [](const std::vector<double>& each) { return !each.empty(); });
    result_.checked_by_runs = true;
    return true;
  }

  const LocalFitPlan& plan_;
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
    case FitStep::correcting:
      return "running the model there";
    case FitStep::matching_again:
      return "looking again with what the runs say";
    case FitStep::sampling:
      return "weighing what fits";
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
