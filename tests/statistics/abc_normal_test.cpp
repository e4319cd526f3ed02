#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "calibration/abc/abc_smc.h"
#include "calibration/abc/regression.h"
#include "tests/fixtures/normal_problem.h"

// Ten numbers with priors N(0, 0.1), each seen once with noise N(0, 0.1): the posterior is
// N(x / 2, 0.05). What is judged is averaged over the ten numbers and over several worlds.

namespace stepdown {
namespace {

constexpr std::size_t dimensions = 10;

struct Error {
  double of_mean = 0;  // |bias| / posterior sd
  double of_sd = 0;    // |sd / posterior sd - 1|
};

Error error_of(const WeightedPoints& posterior, const NormalProblem& problem,
               const std::vector<double>& observed) {
  Error error;
  for (std::size_t k = 0; k < dimensions; ++k) {
    const Spread spread = spread_of(posterior, k);
    error.of_mean += std::abs(spread.mean - problem.posterior_mean(observed[k])) /
                     problem.posterior_sd() / dimensions;
    error.of_sd += std::abs(spread.sd / problem.posterior_sd() - 1) / dimensions;
  }
  return error;
}

template <class Sampled>
Error mean_error(std::uint32_t worlds, const Sampled& sampled) {
  const NormalProblem problem(dimensions);
  Error mean;
  for (std::uint32_t world = 0; world < worlds; ++world) {
    const std::vector<double> observed = problem.observed(world);
    AbcPlan plan;
    plan.seed = world + 1;
    const Error error =
        error_of(adjusted(sampled(problem, observed, plan), observed), problem, observed);
    mean.of_mean += error.of_mean / worlds;
    mean.of_sd += error.of_sd / worlds;
  }
  std::printf("mean |bias| / sd %.4f, mean |sd ratio - 1| %.4f\n", mean.of_mean, mean.of_sd);
  return mean;
}

// Over single worlds the first figure came to 0.031 with standard deviation 0.013 and the second to
// 0.0074 with 0.0019 (100 worlds). The means of 20 worlds stand more than 6 of their standard
// deviations below the limits: a new seed alarms with a chance below one in a million.
TEST(Rejection, with_regression_finds_a_normal_posterior_of_ten_numbers) {
  const Error error = mean_error(20, [](const NormalProblem& problem, const auto& observed,
                                        const AbcPlan& plan) {
    return abc_rejection(problem.prior(), problem.simulate(), observed, 100'000, 0.1, plan).last;
  });
  EXPECT_LE(error.of_mean, 0.05);
  EXPECT_LE(error.of_sd, 0.025);
}

// Over single worlds 0.055 with standard deviation 0.027, and 0.016 with 0.004 (60 worlds): for the
// means of 10 worlds more than 6 standard deviations again. The figures are larger than above,
// because a population has 4,000 points and not 10,000, and of unequal weight: where regression is
// exact, nothing is gained by coming nearer.
TEST(AbcSmc, with_regression_finds_a_normal_posterior_of_ten_numbers) {
  const Error error =
      mean_error(10, [](const NormalProblem& problem, const auto& observed, AbcPlan plan) {
        plan.particles = 4000;
        plan.budget = 100'000;
        return abc_smc(problem.prior(), problem.simulate(), observed, plan).last;
      });
  EXPECT_LE(error.of_mean, 0.11);
  EXPECT_LE(error.of_sd, 0.03);
}

}  // namespace
}  // namespace stepdown
