#include "analysis/sensitivity/sobol_indices.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/fixtures/sensitivity_functions.h"

// Seeds are fixed, so that these tests fail only where code changes; the chances told are those of
// new seeds.

namespace stepdown {
namespace {

constexpr std::array<double, 3> ishigami_first = {0.3139051911, 0.4424111448, 0};
constexpr std::array<double, 3> ishigami_total = {0.5575888552, 0.4424111448, 0.2436836641};
constexpr double ishigami_variance = 13.8445879407;

SobolPlan plan_of(std::size_t inputs, std::size_t rows, std::size_t scrambles, std::uint64_t seed) {
  SobolPlan plan;
  plan.factors = SobolPlan::single(inputs);
  plan.rows = rows;
  plan.scrambles = scrambles;
  plan.seed = seed;
  return plan;
}

SobolIndices of_ishigami(std::size_t rows, std::size_t scrambles, std::uint64_t seed) {
  const SobolPlan plan = plan_of(3, rows, scrambles, seed);
  return sobol_indices(plan, values_at(SobolDesign(plan), ishigami), 1);
}

// Over the three inputs and so many seeds, seed 0 among them.
double error_of_totals(std::size_t rows, std::size_t scrambles) {
  constexpr std::uint64_t seeds = 20;
  double squares = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const SobolIndices indices = of_ishigami(rows, scrambles, seed);
    for (std::size_t i = 0; i < 3; ++i) {
      squares += std::pow(indices.factors[i].total.value - ishigami_total[i], 2);
    }
  }
  return std::sqrt(squares / (3.0 * seeds));
}

TEST(SobolIndicesOfIshigami, ComeNearTheExactOnesWithOneScramble) {
  EXPECT_LE(error_of_totals(1024, 1), 0.012);
  EXPECT_LE(error_of_totals(4096, 1), 0.005);
  EXPECT_LE(error_of_totals(16384, 1), 0.001);
}

TEST(SobolIndicesOfIshigami, AreExactToTheirIntervalWithSixteen) {
  const SobolIndices indices = of_ishigami(1024, 16, 0);
  // Of so many plain random points the standard error would be 0.1.
  EXPECT_NEAR(indices.variance, ishigami_variance, 0.1);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(indices.factors[i].first.value, ishigami_first[i], 0.005);
    EXPECT_NEAR(indices.factors[i].total.value, ishigami_total[i], 0.005);
    EXPECT_LT(indices.factors[i].total.half_width, 0.005);
  }
}

TEST(SobolIndicesOfG, ComeNearTheExactOnes) {
  constexpr std::array<double, 5> first = {0.7161921689, 0.1790480422, 0.0236757742, 0.0071619217,
                                           0.0000716192};
  constexpr std::array<double, 5> total = {0.7871441267, 0.2421981928, 0.0343169102, 0.0104603871,
                                           0.0001049491};
  const SobolPlan plan = plan_of(8, 1024, 16, 3);
  const SobolIndices indices = sobol_indices(plan, values_at(SobolDesign(plan), sobol_g), 1);
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t like = std::min<std::size_t>(i, 4);
    EXPECT_NEAR(indices.factors[i].first.value, first[like], 0.003) << i;
    EXPECT_NEAR(indices.factors[i].total.value, total[like], 0.003) << i;
  }
}

// An input that does nothing, one that does, and luck that does as much: the standard error of ST
// is 0.003 and that of luck 0.004, so that new seeds fail with a chance below 1e-6.
TEST(SobolIndicesUnderLuck, GiveAnInertInputNothingAndLuckItsHalf) {
  for (const std::uint64_t seed : {0U, 1U, 2U}) {
    const SobolPlan plan = plan_of(2, 2048, 16, seed);
    const SobolDesign design(plan);
    const auto first_alone = [](const auto& x) { return std::sqrt(12.0) * x[0]; };
    const SobolIndices indices = sobol_indices(plan, noisy_values_at(design, first_alone, 1), 2);
    EXPECT_LE(std::abs(indices.factors[1].total.value), 0.03);
    EXPECT_LE(std::abs(indices.factors[1].first.value), 0.03);
    EXPECT_NEAR(indices.luck.value, 0.5, 0.02);
    EXPECT_NEAR(indices.factors[0].total.value, 0.5, 0.03);
  }
}

// Why two replicates: with one and no covariance, luck is mistaken for the inert input's doing.
TEST(SobolIndicesUnderLuck, WouldGiveAnInertInputHalfOfAllWithoutReplicates) {
  const SobolPlan plan = plan_of(2, 2048, 16, 0);
  const auto first_alone = [](const auto& x) { return std::sqrt(12.0) * x[0]; };
  const std::vector<double> both = noisy_values_at(SobolDesign(plan), first_alone, 1);
  std::vector<double> single;
  for (std::size_t i = 0; i < both.size(); i += 2) {
    single.push_back(both[i]);
  }
  EXPECT_NEAR(sobol_indices(plan, single, 1).factors[1].total.value, 0.5, 0.05);
}

struct Coverage {
  std::array<int, 3> first{};
  std::array<int, 3> total{};
};

Coverage covered(std::uint64_t repeats) {
  Coverage covered;
  for (std::uint64_t seed = 0; seed < repeats; ++seed) {
    const SobolIndices indices = of_ishigami(128, 16, seed);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto holds = [](const Estimate& estimate, double truth) {
        return std::abs(estimate.value - truth) <= estimate.half_width ? 1 : 0;
      };
      covered.first[i] += holds(indices.factors[i].first, ishigami_first[i]);
      covered.total[i] += holds(indices.factors[i].total, ishigami_total[i]);
    }
  }
  return covered;
}

// With the nominal 0.95 each share lies within 0.93 and 0.97 but for a chance of 5e-7.
TEST(SobolIntervals, HoldTheExactIndexInAbout95Of100Studies) {
  constexpr int repeats = 3000;
  const Coverage inside = covered(repeats);
  for (std::size_t i = 0; i < 3; ++i) {
    const double first = static_cast<double>(inside.first[i]) / repeats;
    const double total = static_cast<double>(inside.total[i]) / repeats;
    RecordProperty("first_" + std::to_string(i), std::to_string(first));
    RecordProperty("total_" + std::to_string(i), std::to_string(total));
    EXPECT_GE(first, 0.93) << "first of " << i;
    EXPECT_LE(first, 0.97) << "first of " << i;
    EXPECT_GE(total, 0.93) << "total of " << i;
    EXPECT_LE(total, 0.97) << "total of " << i;
  }
}

}  // namespace
}  // namespace stepdown
