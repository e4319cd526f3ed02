#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "calibration/abc/abc_smc.h"
#include "calibration/abc/regression.h"
#include "scenarios/ensemble.h"
#include "tests/fixtures/normal_problem.h"
#include "tests/statistics/uniform_bands.h"

// Simulation-based calibration (Talts et al. 2018): a truth is drawn from the prior, data from the
// truth, and 99 draws from the posterior that the sampler finds. If the sampler is right, the truth
// has each of the 100 ranks among them with equal chance.
//
// The first 1,000 fits are held against bands of 95%: for a new seed each of the two numbers alarms
// with a chance of 5%, for the seed that is kept none. All fits are held against bands that a right
// sampler leaves with a chance of one in ten million.
//
// STEPDOWN_CALIBRATION_FITS=20000 makes a long run of the first.

namespace stepdown {
namespace {

constexpr std::size_t ranks = 100;
constexpr std::size_t numbers = 2;
constexpr std::size_t first_fits = 1000;

constexpr std::size_t usual_fits = 4000;

std::size_t fits_asked_for() {
  const char* asked = std::getenv("STEPDOWN_CALIBRATION_FITS");
  return asked == nullptr ? usual_fits : std::max(first_fits, std::strtoul(asked, nullptr, 10));
}

/// Mean and logarithm of the standard deviation of a normal distribution, of which 20 are seen:
/// what is learnt of the one depends on the other.
class MeanAndSpread {
 public:
  static Prior prior() { return normal_prior({0, 0}, {1, 0.5}); }
  static std::vector<double> simulated(const Point& point, std::uint64_t luck) {
    constexpr double seen = 20;
    const Luck draws({luck, 0});
    const double sd = std::exp(point[1]);
    return {point[0] + sd / std::sqrt(seen) * draws.standard_normal(0, Decision{}, 0),
            point[1] + std::log(draws.unit_mean_gamma((seen - 1) / 2, 1, Decision{}, 0)) / 2};
  }
  /// Points that lie beside the answer by about its width.
  static WeightedPoints beside(const std::vector<double>& observed) {
    WeightedPoints points;
    constexpr std::uint32_t count = 50;
    for (std::uint32_t i = 0; i < count; ++i) {
      const PointLuck luck(20260103, 0, i);
      points.points.push_back({observed[0] + std::exp(observed[1]) * (0.15 + 0.25 * luck.normal(0)),
                               observed[1] + 0.2 + 0.18 * luck.normal(1)});
      points.weights.push_back(1.0 / count);
    }
    return points;
  }
};

/// The rank of a truth among draws, those equal to it standing before or after it by luck.
std::size_t rank_of(double truth, const std::vector<Point>& draws, std::size_t number,
                    const PointLuck& luck) {
  std::size_t below = 0;
  std::size_t equal = 0;
  for (const Point& draw : draws) {
    below += draw[number] < truth ? 1 : 0;
    equal += draw[number] == truth ? 1 : 0;
  }
  const double place = luck.uniform(static_cast<std::uint32_t>(number));
  return below + static_cast<std::size_t>(place * static_cast<double>(equal + 1));
}

/// What is done to a population, or to its draws, before the truth is ranked among them.
struct Variant {
  std::string name;
  bool is_right = false;
  bool has_equal_weights = false;
  bool is_moved = true;  // by the regression
  double widened = 1;    // times the posterior standard deviation
  double shifted = 0;    // posterior standard deviations
};

using Ranks = std::array<std::size_t, numbers>;

/// The ranks of the truth of one fit under each variant.
std::vector<Ranks> ranks_of_fit(std::uint32_t fit, AbcPlan plan, bool starts_beside,
                                const std::vector<Variant>& variants) {
  const PointLuck luck(20260101, 0, fit);
  const Point truth = MeanAndSpread::prior().draw(luck);
  const std::vector<double> observed = MeanAndSpread::simulated(truth, luck.of_simulation());
  plan.seed = 1'000'000 + fit;
  if (starts_beside) {
    plan.start = MeanAndSpread::beside(observed);
  }
  const Population found =
      abc_smc(MeanAndSpread::prior(), MeanAndSpread::simulated, observed, plan).last;

  std::vector<Ranks> all;
  for (const Variant& variant : variants) {
    Population population = found;
    if (variant.has_equal_weights) {
      population.weights.assign(population.weights.size(),
                                1.0 / static_cast<double>(population.weights.size()));
    }
    const WeightedPoints posterior =
        variant.is_moved ? WeightedPoints(adjusted(population, observed)) : population;
    const std::vector<Point> draws = equal_draws(posterior, ranks - 1, plan.seed);
    all.emplace_back();
    for (std::size_t k = 0; k < numbers; ++k) {
      // To change the posterior is to change the truth the other way.
      const Spread spread = spread_of(posterior, k);
      const double seen_from_it =
          spread.mean + (truth[k] - variant.shifted * spread.sd - spread.mean) / variant.widened;
      all.back()[k] = rank_of(seen_from_it, draws, k, PointLuck(20260102, 0, fit));
    }
  }
  return all;
}

/// Right ones have every cumulated rank inside the bands, and wrong ones some outside.
void expect_only_right_ones_to_pass(std::size_t count, const AbcPlan& plan, bool starts_beside,
                                    const std::vector<Variant>& variants) {
  std::vector<std::vector<Ranks>> fits(count);
  for_each_in_parallel(fits.size(), 2, [&](std::size_t i) {
    fits[i] = ranks_of_fit(static_cast<std::uint32_t>(i), plan, starts_beside, variants);
  });
  const UniformBands of_first(first_fits, ranks, 0.95);
  const UniformBands of_all(fits.size(), ranks, 1 - 1e-7);
  std::printf("cumulated ranks, of 99, outside the 95%% bands of %zu fits; of %zu fits at 1e-7\n",
              first_fits, fits.size());
  for (std::size_t v = 0; v < variants.size(); ++v) {
    std::printf("%-18s", variants[v].name.c_str());
    for (std::size_t k = 0; k < numbers; ++k) {
      std::vector<std::size_t> found;
      for (const auto& fit : fits) {
        found.push_back(fit[v][k]);
      }
      const std::size_t far_off = of_all.outside(found);
      found.resize(first_fits);
      const std::size_t off = of_first.outside(found);
      std::printf("  %zu; %zu", off, far_off);
      EXPECT_EQ(off == 0, variants[v].is_right) << variants[v].name << ", number " << k;
      EXPECT_EQ(far_off == 0, variants[v].is_right) << variants[v].name << ", number " << k;
    }
    std::printf("\n");
  }
}

TEST(Calibration, of_the_sampler_is_right_and_of_every_changed_one_wrong) {
  AbcPlan plan;
  plan.particles = 300;
  plan.first_simulations = 1000;
  plan.budget = 4000;
  expect_only_right_ones_to_pass(fits_asked_for(), plan, false,
                                 {{.name = "the sampler", .is_right = true},
                                  {.name = "spread x 1.2", .widened = 1.2},
                                  {.name = "spread / 1.2", .widened = 1 / 1.2},
                                  {.name = "shifted by 0.2 sd", .shifted = 0.2},
                                  {.name = "no regression", .is_moved = false}});
}

// Where the points to start from lie is no evidence: the weights make up for it. 300 points of
// unequal weight do so up to an error that 20,000 fits show, so that there is no long run of this.
TEST(Calibration, of_a_search_that_starts_beside_is_right_and_wrong_without_weights) {
  AbcPlan plan;
  plan.particles = 300;
  plan.first_simulations = 3000;
  plan.most_generations = 1;
  expect_only_right_ones_to_pass(usual_fits, plan, true,
                                 {{.name = "the sampler", .is_right = true},
                                  {.name = "all weights equal", .has_equal_weights = true}});
}

}  // namespace
}  // namespace stepdown
