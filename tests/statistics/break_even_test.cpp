#include "analysis/decision/break_even.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <vector>

#include "analysis/sampling/keyed_numbers.h"

// A benefit that rises with an effect through 0 at a known value, with luck that all values share
// in part: how often the interval holds that value, and how often chance alone is told as a change.

namespace stepdown {
namespace {

std::vector<BenefitAt> benefits(std::uint64_t key, const std::vector<double>& values,
                                std::uint32_t runs, double slope, double root) {
  const KeyedNumbers numbers(key);
  std::vector<BenefitAt> all;
  for (std::size_t v = 0; v < values.size(); ++v) {
    BenefitAt at{values[v], {}};
    for (std::uint32_t run = 0; run < runs; ++run) {
      const double luck = 0.5 * numbers.standard_normal(run, 0) +
                          numbers.standard_normal(run, 1 + static_cast<std::uint32_t>(v));
      at.of_runs.push_back(slope * (values[v] - root) + luck);
    }
    all.push_back(std::move(at));
  }
  return all;
}

const std::vector<double> nine = {0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1};

TEST(BreakEven, lies_in_its_interval_as_often_as_it_says) {
  constexpr int times = 1000;
  int held = 0;
  int found = 0;
  for (int time = 0; time < times; ++time) {
    const auto key = static_cast<std::uint64_t>(time);
    const BreakEven even = break_even(benefits(key, nine, 40, 4, 0.37), key);
    if (even.answer == BreakEvenAnswer::once) {
      ++found;
      held += even.low <= 0.37 && 0.37 <= even.high ? 1 : 0;
    }
  }
  std::printf("found %d of %d, held %.3f\n", found, times, static_cast<double>(held) / found);
  EXPECT_GE(found, times * 99 / 100);
  EXPECT_GE(static_cast<double>(held) / found, 0.9);
}

// Where the policy changes nothing, something sure is said once in 20 cases: more than 160 of 2,000
// have a chance below 1e-6.
TEST(BreakEven, is_too_close_to_call_where_there_is_only_luck) {
  constexpr int times = 2000;
  int told = 0;
  for (int time = 0; time < times; ++time) {
    const auto key = static_cast<std::uint64_t>(time);
    told +=
        break_even(benefits(key, nine, 40, 0, 0), key).answer != BreakEvenAnswer::too_close ? 1 : 0;
  }
  std::printf("told %d of %d\n", told, times);
  EXPECT_LE(told, times * 8 / 100);
}

}  // namespace
}  // namespace stepdown
