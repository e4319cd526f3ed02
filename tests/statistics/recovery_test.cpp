#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include "calibration/fit/local_fit.h"
#include "tests/fixtures/emulated_formula.h"

// Known parameters from figures that the emulated world itself made. Each world is drawn from the
// prior, its figures get the errors that the fit takes them to have, and then the fit has to find
// its numbers again: a 90% range should hold about nine times of ten, for every number, whether the
// figures say anything about it or not.

namespace stepdown {
namespace {

constexpr std::uint32_t worlds = 40;
constexpr double usual_share = 0.8;
constexpr double figure_error = 0.08;  // on the measures' scales
constexpr std::size_t light_points = 200;
constexpr auto number_of_a_world = static_cast<Decision>(1);
constexpr auto error_of_a_figure = static_cast<Decision>(2);

/// The emulator built into the program, or that of the formulas where it is left out or was learnt
/// for other numbers than these sources have.
Emulator emulator_at_hand() {
  if (!embedded_emulator().empty()) {
    try {
      return built_in_emulator().emulator;
    } catch (const std::runtime_error& error) {
      std::printf("the emulator built in is not used: %s\n", error.what());
    }
  }
  return formula_emulator();
}

/// The same world known by fewer points, so that it is asked ten times as fast: what is tested is
/// the fit, for which any smooth world will do.
Emulator lightened(const Emulator& full) {
  std::vector<MeasureEmulator> measures;
  for (const MeasureEmulator& each : full.measures()) {
    const Table& all = each.mean.points();
    Table points(std::min(light_points, all.rows), all.columns);
    std::copy_n(all.values.begin(), points.values.size(), points.values.begin());
    Smoothness smoothness = each.mean.smoothness();
    const std::vector<double> noise(points.rows, 1e-4 * smoothness.sd * smoothness.sd);
    measures.push_back(each);
    measures.back().mean =
        GaussianProcess({points, each.mean.means(points), noise}, smoothness, points.rows);
    measures.back().noise_variances = noise;
  }
  return {full.inputs(), full.children(), std::move(measures)};
}

ModelParameters place_of(const Emulator& emulator) {
  ModelParameters place = initial_parameters();
  place.population.children = emulator.children();
  return InputSpace::with_centres(place, emulator.inputs())
      .world(Point(emulator.inputs().size(), 0.0));
}

Point drawn_world(std::size_t numbers, std::uint32_t world) {
  Point made;
  for (std::size_t k = 0; k < numbers; ++k) {
    made.push_back(
        Luck({0x5EED, world}).standard_normal(static_cast<std::uint32_t>(k), number_of_a_world, 0));
  }
  return made;
}

/// Of all measures of the world at that point, with every error that a fit reckons with.
std::vector<Target> figures_of(const Emulator& emulator, const AuthoritySpace& space,
                               const Point& free, std::uint32_t world) {
  const auto registry = run_measures();
  const Point point = space.with_facts(free);
  std::vector<Target> targets;
  std::vector<std::string> names;
  for (const MeasureEmulator& measure : emulator.measures()) {
    Target target;
    target.measure = measure.name;
    const auto at = std::ranges::find(registry, std::string_view(measure.name), &Measure::name);
    target.column = static_cast<std::size_t>(at - registry.begin());
    target.value = measure.scale.from(
        emulator.means(Table(std::vector<Point>{point}), {measure.name}).at(0, 0));
    target.error = figure_error / measure.scale.sd_on(target.value, 1);
    targets.push_back(target);
    names.push_back(measure.name);
  }
  const EmulatedAuthority authority(
      emulator, space, scaled_targets(targets, emulator, space.all_inputs().children(), nullptr),
      error_correlations(targets));
  std::vector<double> normals;
  for (std::uint32_t t = 0; t < targets.size(); ++t) {
    normals.push_back(Luck({0x5EED, world}).standard_normal(t, error_of_a_figure, 0));
  }
  const std::vector<double> errors = authority.correlated(normals);
  for (std::size_t t = 0; t < targets.size(); ++t) {
    const MeasureEmulator& measure = emulator.measures()[t];
    const double variance =
        figure_error * figure_error + measure.discrepancy * measure.discrepancy +
        measure.quality.error * measure.quality.error + measure.run_variance(point);
    targets[t].value =
        measure.scale.from(measure.scale.on(targets[t].value) + std::sqrt(variance) * errors[t]);
    targets[t].error = figure_error / measure.scale.sd_on(targets[t].value, 1);
  }
  return targets;
}

double quantile_of(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

struct Recovered {
  std::vector<int> held;        // of each number, in how many worlds its 90% range held the truth
  std::vector<double> sd_left;  // mean over the worlds
};

Recovered recovered_numbers(const Emulator& emulator) {
  const ModelParameters place = place_of(emulator);
  const AuthoritySpace space(place, emulator.inputs());
  Recovered made{std::vector<int>(space.size()), std::vector<double>(space.size())};
  for (std::uint32_t world = 0; world < worlds; ++world) {
    const Point truth = drawn_world(space.size(), world);
    LocalFitPlan plan;
    plan.budget = 0;
    plan.seed = 1000 + world;
    plan.matched_points = 0;
    plan.sampled_points = 300;
    plan.draws = 300;
    const auto fit = fit_authority(
        place, emulator, figures_of(emulator, space, truth, world), plan,
        [](const LocalFitProgress&) {}, false);
    for (std::size_t k = 0; k < space.size(); ++k) {
      std::vector<double> at;
      double mean = 0;
      for (const Point& draw : fit->draws) {
        at.push_back(draw[k]);
        mean += draw[k] / static_cast<double>(fit->draws.size());
      }
      double squares = 0;
      for (const double each : at) {
        squares += (each - mean) * (each - mean);
      }
      made.sd_left[k] += std::sqrt(squares / static_cast<double>(at.size())) / worlds;
      const bool is_held = truth[k] >= quantile_of(at, 0.05) && truth[k] <= quantile_of(at, 0.95);
      made.held[k] += is_held ? 1 : 0;
    }
  }
  return made;
}

// Of 300 points 90% ranges held 0.844 of the time (40 worlds): a little too seldom, because points that
// were one at the last temperature do not part wholly; 120 last moves made it 0.858.
// The mean over all numbers has a standard deviation below 0.02 even if numbers of one world held
// together in groups of four; five of these are allowed. In how many of 40 worlds the range of one
// number holds follows a binomial distribution; with a chance of 0.8 of each, fewer than the least
// allowed have a chance below 1e-8, and so below 4e-7 over all numbers together. A new seed alarms
// with a chance below one in a million.
TEST(Recovery, holds_known_numbers_in_about_nine_ranges_of_ten) {
  const Emulator emulator = lightened(emulator_at_hand());
  const AuthoritySpace space(place_of(emulator), emulator.inputs());
  const Recovered found = recovered_numbers(emulator);
  const boost::math::binomial held(worlds, usual_share);
  int least = 0;
  while (cdf(held, least) < 1e-8) {
    ++least;
  }
  double mean = 0;
  std::size_t learnt = 0;
  for (std::size_t k = 0; k < space.size(); ++k) {
    const double share = static_cast<double>(found.held[k]) / worlds;
    mean += share / static_cast<double>(space.size());
    const bool is_learnt = found.sd_left[k] < 0.8;
    learnt += is_learnt ? 1 : 0;
    std::printf("%-45s held %.3f, sd left %.2f%s\n", std::string(space.free(k).name()).c_str(),
                share, found.sd_left[k], is_learnt ? ", learnt" : "");
    EXPECT_GE(found.held[k], least) << space.free(k).name();
    EXPECT_LT(found.sd_left[k], 1.15) << space.free(k).name();
  }
  std::printf("%zu numbers, %zu learnt; 90%% ranges held %.3f of the time\n", space.size(), learnt,
              mean);
  EXPECT_GT(mean, 0.72);
  EXPECT_LT(mean, 0.95);
  EXPECT_GT(learnt, 0U);
}

}  // namespace
}  // namespace stepdown
