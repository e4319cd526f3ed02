#include "analysis/sensitivity/given_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/sampling/scrambled_sobol.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Of four inputs the first matters most and the last two nothing; `sd` of luck in every run.
GivenData data_of(std::size_t points, std::size_t runs, double sd, std::uint64_t seed = 5) {
  GivenData data{4, runs, scrambled_sobol(points, 4, seed), {}};
  const Luck luck({seed, 0});
  for (std::size_t i = 0; i < points; ++i) {
    const double* const x = data.places.data() + 4 * i;
    for (std::size_t r = 0; r < runs; ++r) {
      data.values.push_back(4 * x[0] + x[1] * x[1] +
                            sd * luck.standard_normal(static_cast<std::uint32_t>(i),
                                                      static_cast<Decision>(250),
                                                      static_cast<std::uint32_t>(r)));
    }
  }
  return data;
}

TEST(GivenData, OrdersInputsByWhatTheyMove) {
  const GivenDataEffects effects = given_data_effects(data_of(512, 1, 0.2), 1);
  EXPECT_GT(effects.inputs[0].shift.value, effects.inputs[1].shift.value);
  EXPECT_GT(effects.inputs[1].shift.value, effects.inputs[2].shift.value);
  EXPECT_TRUE(effects.inputs[0].stands_out(effects.by_chance));
  EXPECT_FALSE(effects.inputs[2].stands_out(effects.by_chance));
  EXPECT_FALSE(effects.inputs[3].stands_out(effects.by_chance));
  EXPECT_LT(effects.inputs[0].shift.low(), effects.inputs[0].shift.value);
  EXPECT_TRUE(std::isnan(effects.luck));
}

TEST(GivenData, TellsTheShareOfLuckWherePointsHaveSeveralRuns) {
  // 4 x + y^2 has a variance of 16/12 + 4/45.
  const double sd = std::sqrt(16.0 / 12 + 4.0 / 45);
  const GivenDataEffects effects = given_data_effects(data_of(1024, 4, sd), 1);
  EXPECT_NEAR(effects.luck, 0.5, 0.03);
}

TEST(GivenData, IsNotFooledByRunsThatShareAPoint) {
  // Without luck the runs of a point say the same thing, and chance is that of points, not of runs.
  const GivenDataEffects one = given_data_effects(data_of(256, 1, 0), 1);
  const GivenDataEffects eight = given_data_effects(data_of(256, 8, 0), 1);
  EXPECT_NEAR(one.by_chance, eight.by_chance, 0.02);
}

TEST(GivenData, CountsRunsWithoutAValueAndGoesOn) {
  GivenData data = data_of(512, 1, 0.2);
  for (std::size_t i = 0; i < 512; i += 10) {
    data.values[i] = std::numeric_limits<double>::quiet_NaN();
  }
  const GivenDataEffects effects = given_data_effects(data, 1);
  EXPECT_EQ(effects.missing, 52U);
  EXPECT_TRUE(effects.inputs[0].stands_out(effects.by_chance));
  EXPECT_FALSE(effects.inputs[3].stands_out(effects.by_chance));
}

TEST(GivenData, KeepsPointsOfEqualPlaceTogether) {
  GivenData data = data_of(512, 1, 0.1);
  for (std::size_t i = 0; i < 512; ++i) {
    data.places[4 * i + 3] = data.places[4 * i + 3] < 0.5 ? 0 : 1;  // a choice of two
  }
  const GivenDataEffects effects = given_data_effects(data, 1);
  EXPECT_FALSE(effects.inputs[3].stands_out(effects.by_chance));
}

TEST(GivenData, SaysNothingOfInputsWhereAllRunsAreEqual) {
  GivenData data = data_of(128, 1, 0);
  std::fill(data.values.begin(), data.values.end(), 3.0);
  const GivenDataEffects effects = given_data_effects(data, 1);
  for (const GivenDataEffect& effect : effects.inputs) {
    EXPECT_EQ(effect.shift.value, 0);
    EXPECT_FALSE(effect.stands_out(effects.by_chance));
  }
}

TEST(GivenData, HasTheSameIntervalsWhetherPointsComeInTheOrderOfAGridOrNot) {
  const auto half_width = [](std::size_t stride) {
    GivenData data{2, 1, {}, {}};
    const Luck luck({5, 0});
    for (std::size_t i = 0; i < 400; ++i) {
      const std::size_t place = i * stride % 400;  // every place once
      const double slow = static_cast<double>(place / 20) / 19;
      const double fast = static_cast<double>(place % 20) / 19;
      data.places.insert(data.places.end(), {slow, fast});
      data.values.push_back(
          slow + 2 * fast +
          luck.standard_normal(static_cast<std::uint32_t>(place), static_cast<Decision>(250), 0));
    }
    return given_data_effects(data, 1).inputs[1].shift.half_width;
  };
  EXPECT_LT(half_width(1), 1.5 * half_width(177)) << "in order beside a mixture";
}

TEST(GivenData, MeasuresTheShiftOverTenSlicesOfTheInput) {
  // One input that decides all: a slice s of ten lies away from all others by the larger of s / 10
  // and (9 - s) / 10, which over the slices comes to 0.7.
  GivenData data{1, 1, {}, {}};
  for (int i = 0; i < 200; ++i) {
    data.places.push_back(i / 200.0);
    data.values.push_back(i);
  }
  EXPECT_NEAR(given_data_effects(data, 1).inputs.front().shift.value, 0.7, 1e-12);
}

}  // namespace
}  // namespace stepdown
