#include "analysis/paired_difference.h"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// A baseline of zeros, so that the differences are the values given.
PairedDifference of_differences(const std::vector<double>& differences) {
  return paired_difference(std::vector<double>(differences.size(), 0.0), differences);
}

std::vector<double> so_many(int higher, int lower, int equal) {
  std::vector<double> differences(static_cast<std::size_t>(higher), 1.0);
  differences.insert(differences.end(), static_cast<std::size_t>(lower), -1.0);
  differences.insert(differences.end(), static_cast<std::size_t>(equal), 0.0);
  return differences;
}

TEST(PairedDifference, is_scenario_minus_baseline_run_by_run) {
  const std::vector<double> baseline{10, 20, 30};
  const std::vector<double> scenario{11, 22, 33};
  const PairedDifference difference = paired_difference(baseline, scenario);
  EXPECT_DOUBLE_EQ(difference.over_runs.mean, 2);
  EXPECT_EQ(difference.higher, 3U);
  EXPECT_EQ(difference.verdict, Verdict::too_few_runs);
}

TEST(PairedDifference, of_equal_values_is_exactly_zero_and_the_same) {
  const std::vector<double> values{0.1, 1e300, -7, 1.0 / 3};
  const PairedDifference difference = paired_difference(values, values);
  EXPECT_EQ(difference.over_runs.mean, 0.0);
  EXPECT_EQ(difference.over_runs.half_width, 0.0);
  EXPECT_EQ(difference.over_runs.low, 0.0);
  EXPECT_EQ(difference.over_runs.high, 0.0);
  EXPECT_EQ(difference.verdict, Verdict::the_same);
}

TEST(PairedDifference, is_called_when_nine_of_ten_runs_agree) {
  EXPECT_EQ(of_differences(so_many(9, 1, 0)).verdict, Verdict::higher);
  EXPECT_EQ(of_differences(so_many(10, 90, 0)).verdict, Verdict::lower);
}

TEST(PairedDifference, is_too_close_to_call_when_fewer_agree) {
  EXPECT_EQ(of_differences(so_many(89, 11, 0)).verdict, Verdict::too_close_to_call);
  EXPECT_EQ(of_differences(so_many(50, 50, 0)).verdict, Verdict::too_close_to_call);
}

TEST(PairedDifference, counts_ties_as_agreeing_with_neither_side) {
  const PairedDifference difference = of_differences(so_many(89, 0, 11));
  EXPECT_EQ(difference.equal, 11U);
  EXPECT_EQ(difference.verdict, Verdict::too_close_to_call);
}

TEST(PairedDifference, leaves_out_and_counts_pairs_of_which_one_does_not_exist) {
  const std::vector<double> baseline{1, none, 3, none};
  const std::vector<double> scenario{2, 2, none, none};
  const PairedDifference difference = paired_difference(baseline, scenario);
  EXPECT_EQ(difference.pairs(), 1U);
  EXPECT_EQ(difference.over_runs.missing, 3U);
  EXPECT_DOUBLE_EQ(difference.share_higher(), 1.0);
}

TEST(PairedDifference, of_fewer_than_ten_runs_has_no_verdict_unless_it_is_nothing) {
  EXPECT_EQ(of_differences(so_many(9, 0, 0)).verdict, Verdict::too_few_runs);
  EXPECT_EQ(of_differences(so_many(10, 0, 0)).verdict, Verdict::higher);
  EXPECT_EQ(of_differences(so_many(0, 0, 3)).verdict, Verdict::the_same);
}

TEST(PairedDifference, that_most_runs_do_not_have_has_no_verdict) {
  for (const double value : {0.0, 1.0}) {
    std::vector<double> differences(20, value);
    differences.resize(40, none);
    EXPECT_NE(of_differences(differences).verdict, Verdict::too_few_runs) << value;
    differences.resize(41, none);
    EXPECT_EQ(of_differences(differences).verdict, Verdict::too_few_runs) << value;
  }
}

TEST(PairedDifference, without_pairs_has_no_verdict) {
  EXPECT_EQ(of_differences({none, none}).verdict, Verdict::no_pairs);
}

TEST(PairedDifference, of_the_last_bits_is_none) {
  const std::vector<double> a = {0.1 + 0.2, 1e9, 0.0};
  const std::vector<double> b = {0.3, 1e9 + 1e-6, 0.0};
  EXPECT_NE(a[0], b[0]);
  const PairedDifference difference = paired_difference(a, b);
  EXPECT_EQ(difference.verdict, Verdict::the_same);
  EXPECT_EQ(difference.over_runs.mean, 0.0);
  const PairedDifference real =
      paired_difference(std::vector{1.0, 0.0}, std::vector{1.0 + 1e-9, 1e-300});
  EXPECT_EQ(real.higher, 2U);
}

TEST(PairedDifference, has_no_value_in_a_run_where_sums_differ_in_their_last_bits_only) {
  const std::vector<double> baseline{0.1 + 0.2 + 0.3, 1};
  const std::vector<double> scenario{0.3 + 0.2 + 0.1, 3};
  ASSERT_NE(baseline[0], scenario[0]);
  EXPECT_EQ(differences_by_run(baseline, scenario), (std::vector<double>{0, 2}));
}

}  // namespace
}  // namespace stepdown
