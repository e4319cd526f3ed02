#include "analysis/variance_split.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Worlds made with known parts: `shared` of the luck is the same in every draw.
std::vector<std::vector<double>> made(std::size_t draws, std::size_t runs, double luck,
                                      double shared, double not_knowing, std::mt19937_64& source) {
  std::normal_distribution<double> normal;
  std::vector<double> luck_of_run(runs);
  for (double& value : luck_of_run) {
    value = normal(source) * std::sqrt(luck * shared);
  }
  std::vector<std::vector<double>> values(draws);
  for (std::vector<double>& draw : values) {
    const double world = 100 + normal(source) * std::sqrt(not_knowing);
    for (std::size_t run = 0; run < runs; ++run) {
      draw.push_back(world + luck_of_run[run] + normal(source) * std::sqrt(luck * (1 - shared)));
    }
  }
  return values;
}

TEST(VarianceSplit, of_worlds_that_are_all_alike_is_luck_alone) {
  const VarianceSplit split =
      variance_split(std::vector<std::vector<double>>{{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
  EXPECT_DOUBLE_EQ(split.mean, 2);
  EXPECT_DOUBLE_EQ(split.luck, 1);
  EXPECT_DOUBLE_EQ(split.not_knowing, 0);
  EXPECT_DOUBLE_EQ(split.share_of_not_knowing(), 0);
  EXPECT_EQ(split.draws, 3U);
  EXPECT_EQ(split.runs, 3U);
}

TEST(VarianceSplit, of_runs_that_are_all_alike_is_not_knowing_alone) {
  const VarianceSplit split =
      variance_split(std::vector<std::vector<double>>{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
  EXPECT_DOUBLE_EQ(split.luck, 0);
  EXPECT_DOUBLE_EQ(split.not_knowing, 1);
  EXPECT_DOUBLE_EQ(split.share_of_not_knowing(), 1);
}

TEST(VarianceSplit, takes_nothing_off_for_luck_that_all_worlds_share) {
  // The same luck moves both worlds by the same: their means differ by what differs, exactly.
  const VarianceSplit split =
      variance_split(std::vector<std::vector<double>>{{10, 14, 12}, {20, 24, 22}});
  EXPECT_DOUBLE_EQ(split.luck, 4);
  EXPECT_DOUBLE_EQ(split.not_knowing, 50);
}

TEST(VarianceSplit, is_right_by_hand_where_luck_is_not_shared) {
  // Rest: -1, 1, 1, -1, squares 4 with one degree of freedom; means 2 and 8.
  const VarianceSplit split = variance_split(std::vector<std::vector<double>>{{1, 3}, {9, 7}});
  EXPECT_DOUBLE_EQ(split.luck, 2);
  EXPECT_DOUBLE_EQ(split.not_knowing, 18 - 4.0 / 2);
}

TEST(VarianceSplit, tells_a_negative_part_as_none) {
  const VarianceSplit split = variance_split(std::vector<std::vector<double>>{{1, 9}, {9, 1}});
  EXPECT_DOUBLE_EQ(split.not_knowing, 0);
  EXPECT_DOUBLE_EQ(split.width_of_not_knowing(), 0);
  EXPECT_GT(split.luck, 0);
}

TEST(VarianceSplit, leaves_out_runs_that_lack_a_value_somewhere) {
  const VarianceSplit split =
      variance_split(std::vector<std::vector<double>>{{1, none, 3}, {11, 5, 13}});
  EXPECT_EQ(split.runs, 2U);
  EXPECT_DOUBLE_EQ(split.mean, 7);
  EXPECT_DOUBLE_EQ(split.luck, 2);
  EXPECT_DOUBLE_EQ(split.not_knowing, 50);
}

TEST(VarianceSplit, of_too_little_is_not_known) {
  EXPECT_FALSE(variance_split({}).is_known());
  EXPECT_FALSE(variance_split(std::vector<std::vector<double>>{{1}, {2}}).is_known());
  EXPECT_FALSE(variance_split(std::vector<std::vector<double>>{{none, 1}, {2, none}}).is_known());
  const VarianceSplit one_world = variance_split(std::vector<std::vector<double>>{{1, 3}});
  EXPECT_DOUBLE_EQ(one_world.luck, 2);
  EXPECT_FALSE(one_world.is_known());
}

TEST(VarianceSplit, of_what_never_varies_has_no_share) {
  const VarianceSplit split = variance_split(std::vector<std::vector<double>>{{2, 2}, {2, 2}});
  EXPECT_TRUE(split.is_known());
  EXPECT_TRUE(std::isnan(split.share_of_not_knowing()));
}

TEST(VarianceSplit, gives_the_width_in_which_nine_of_ten_normal_runs_lie) {
  VarianceSplit split;
  split.luck = 4;
  split.not_knowing = 9;
  EXPECT_NEAR(split.width_of_luck(), 2 * 3.2897, 1e-3);
  EXPECT_NEAR(split.width_of_not_knowing(), 3 * 3.2897, 1e-3);
  EXPECT_DOUBLE_EQ(split.share_of_not_knowing(), 9.0 / 13);
}

struct KnownParts {
  double luck;
  double shared;
  double not_knowing;
};

class VarianceSplitOfKnownParts : public ::testing::TestWithParam<KnownParts> {};

TEST_P(VarianceSplitOfKnownParts, is_right_on_average_whatever_part_of_the_luck_is_shared) {
  const auto [luck, shared, not_knowing] = GetParam();
  std::mt19937_64 source(7);
  constexpr int times = 4000;
  double mean_luck = 0;
  double mean_not_knowing = 0;
  for (int i = 0; i < times; ++i) {
    const VarianceSplit split = variance_split(made(12, 8, luck, shared, not_knowing, source));
    mean_luck += split.luck / times;
    mean_not_knowing += split.not_knowing / times;
  }
  EXPECT_NEAR(mean_luck, luck, 0.05 * luck);
  EXPECT_NEAR(mean_not_knowing, not_knowing, 0.05 * not_knowing);
}

INSTANTIATE_TEST_SUITE_P(Parts, VarianceSplitOfKnownParts,
                         ::testing::Values(KnownParts{4, 0, 9}, KnownParts{4, 0.6, 9},
                                           KnownParts{4, 1, 3}, KnownParts{1, 0.3, 2}));

}  // namespace
}  // namespace stepdown
