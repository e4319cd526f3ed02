#include "analysis/decision/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <vector>

#include "tests/fixtures/normal_options.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::Le;
using ::testing::SizeIs;

/// Notes which runs were asked for.
class WatchedOptions : public NormalOptions {
 public:
  using NormalOptions::NormalOptions;
  bool make(std::span<const std::size_t> options, std::size_t first, std::size_t end) override {
    for (const std::size_t option : options) {
      EXPECT_EQ(made[option], first);
      made[option] = end;
    }
    return end <= stops_at;
  }
  std::map<std::size_t, std::size_t> made;
  std::size_t stops_at = std::numeric_limits<std::size_t>::max();
};

const std::vector<std::size_t> three{0, 1, 2};

TEST(Selection, keeps_the_best_and_spends_no_more_runs_on_the_worst_than_it_needs) {
  WatchedOptions options({0, 5, 4.8}, {1, 1, 1}, 0, 1);
  const Selected selected = select_best(options, three, {.indifference = 0.25});
  EXPECT_TRUE(selected.is_decided);
  EXPECT_THAT(selected.left, ElementsAre(1));
  EXPECT_EQ(options.made[0], 30);
  EXPECT_GT(selected.runs[1], selected.runs[0]);
  EXPECT_EQ(selected.runs[1], selected.runs[2]);
}

TEST(Selection, says_who_is_left_when_the_budget_ends) {
  WatchedOptions options({0, 5, 5}, {1, 1, 1}, 0, 1);
  const Selected selected = select_best(options, three, {.indifference = 0.1, .budget = 100});
  EXPECT_FALSE(selected.is_decided);
  EXPECT_TRUE(selected.is_complete);
  EXPECT_THAT(selected.left, SizeIs(2));
  EXPECT_EQ(options.made[1], 100);
}

TEST(Selection, decides_between_equals_that_are_within_the_indifference) {
  WatchedOptions options({5, 5, 5}, {1, 1, 1}, 0, 1);
  EXPECT_TRUE(select_best(options, three, {.indifference = 1}).is_decided);
}

TEST(Selection, of_options_that_are_the_same_takes_the_first) {
  WatchedOptions options({5, 5, 5}, {0, 0, 0}, 0, 1);
  const Selected selected = select_best(options, three, {.indifference = 1});
  EXPECT_THAT(selected.left, ElementsAre(0));
  EXPECT_EQ(options.made[0], 30);
}

TEST(Selection, of_one_option_needs_no_run) {
  WatchedOptions options({5}, {1}, 0, 1);
  const std::vector<std::size_t> one{0};
  EXPECT_THAT(select_best(options, one, {.indifference = 1}).left, ElementsAre(0));
  EXPECT_TRUE(options.made.empty());
}

TEST(Selection, says_that_it_was_stopped) {
  WatchedOptions options({5, 5, 5}, {1, 1, 1}, 0, 1);
  options.stops_at = 35;
  EXPECT_FALSE(select_best(options, three, {.indifference = 0.001}).is_complete);
}

TEST(Selection, leaves_out_runs_that_failed_for_anybody) {
  class Failing : public NormalOptions {
   public:
    using NormalOptions::NormalOptions;
    double value(std::size_t option, std::size_t run) const override {
      return run % 10 == 3 && option == 2 ? std::numeric_limits<double>::quiet_NaN()
                                          : NormalOptions::value(option, run);
    }
  };
  Failing options({0, 5, 4}, {1, 1, 1}, 0, 1);
  const Selected selected = select_best(options, three, {.indifference = 0.5});
  EXPECT_THAT(selected.left, ElementsAre(1));
  EXPECT_GE(selected.without_value, 3);
}

TEST(Selection, learns_the_spread_from_all_of_the_first_runs) {
  /// The second option leads by 1 and then by 3.
  class Leading : public OptionRuns {
   public:
    bool make(std::span<const std::size_t>, std::size_t, std::size_t) override { return true; }
    double value(std::size_t option, std::size_t run) const override {
      return option == 0 ? 0 : run == 0 ? 1 : 3;
    }
  };
  Leading options;
  const std::vector<std::size_t> two{0, 1};
  EXPECT_THAT(select_best(options, two, {.indifference = 0.1, .first_runs = 2, .budget = 2}).left,
              ElementsAre(1, 0))
      << "two runs that differ so much decide nothing";
}

}  // namespace
}  // namespace stepdown
