#include "analysis/decision/until.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<Until> read(const std::vector<std::string>& typed, bool has_baseline = true) {
  return read_until(typed, run_measures(), has_baseline);
}

std::string refused(const std::string& typed, bool has_baseline = true) {
  try {
    read({typed}, has_baseline);
  } catch (const ScenarioErrors& errors) {
    return errors.what();
  }
  return "not refused";
}

TEST(Until, is_read_of_means_and_differences_in_units_and_shares) {
  const std::vector<Until> wishes =
      read({"rereferral_12m.difference <= 0.5", "cost_total.mean<=1%"});
  EXPECT_EQ(run_measures()[wishes[0].measure].name, "rereferral_12m");
  EXPECT_TRUE(wishes[0].is_of_difference);
  EXPECT_EQ(wishes[0].wanted.half_width, 0.5);
  EXPECT_FALSE(wishes[0].wanted.is_share);
  EXPECT_FALSE(wishes[1].is_of_difference);
  EXPECT_EQ(wishes[1].wanted.half_width, 0.01);
  EXPECT_TRUE(wishes[1].wanted.is_share);
}

TEST(Until, says_what_is_wrong_and_what_would_be_right) {
  EXPECT_THAT(refused("referals.mean<=1"), HasSubstr("`referrals`"));
  EXPECT_THAT(refused("month_referrals.mean<=1"), HasSubstr("a value for each month"));
  EXPECT_THAT(refused("referrals<=1"), HasSubstr("referrals.difference<=1"));
  EXPECT_THAT(refused("referrals.mean<=0"), HasSubstr("a number above 0"));
  EXPECT_THAT(refused("referrals.mean<=-1%"), HasSubstr("a number above 0"));
  EXPECT_THAT(refused("referrals.mean<=many"), HasSubstr("a number above 0"));
  EXPECT_THAT(refused("referrals.mean=1"), HasSubstr("names no precision"));
  EXPECT_THAT(refused(""), HasSubstr("names no precision"));
  EXPECT_THAT(refused("referrals.difference<=1", false), HasSubstr("referrals.mean<=1"));
}

const ServiceModels two_plans({"abrupt", "tapered"}, {false, false});

/// Two scenarios whose first measure differs by 1, a little more or less in turn.
void take(RunsUntil& until, std::uint32_t runs, double spread) {
  for (std::uint32_t run = 0; run < runs; ++run) {
    const double sign = run % 2 == 0 ? 1 : -1;
    std::vector<std::optional<Outcomes>> outcomes(2);
    outcomes[0] = Outcomes{std::vector<double>(run_measures().size(), 5.0), {}, 0};
    outcomes[1] = Outcomes{std::vector<double>(run_measures().size(), 6.0 + sign * spread), {}, 0};
    until.take({run, outcomes});
  }
}

std::string first_difference(const std::string& wanted) {
  return std::string(run_measures().front().name) + ".difference<=" + wanted;
}

TEST(RunsUntil, are_enough_at_a_tenth_run_and_not_before_30) {
  RunsUntil until(read({first_difference("0.5")}), two_plans, 0);
  take(until, 29, 0.1);
  EXPECT_FALSE(until.is_enough());
  take(until, 1, 0.1);
  EXPECT_TRUE(until.is_enough());
  take(until, 1, 0.1);
  EXPECT_FALSE(until.is_enough());
}

TEST(RunsUntil, are_enough_where_sums_differ_in_their_last_bits_only) {
  RunsUntil until(read({first_difference("10%")}), two_plans, 0);
  for (std::uint32_t run = 0; run < 30; ++run) {
    std::vector<std::optional<Outcomes>> outcomes(2);
    const double other = run % 2 == 0 ? 0.1 + 0.2 + 0.3 : 0.3 + 0.2 + 0.1;
    outcomes[0] = Outcomes{std::vector<double>(run_measures().size(), 0.1 + 0.2 + 0.3), {}, 0};
    outcomes[1] = Outcomes{std::vector<double>(run_measures().size(), other), {}, 0};
    until.take({run, outcomes});
  }
  EXPECT_TRUE(until.is_enough());
}

TEST(RunsUntil, say_how_many_were_enough) {
  RunsUntil until(read({first_difference("0.5")}), two_plans, 0);
  take(until, 40, 1);
  EXPECT_EQ(until.in_words(), "40 runs were enough: " + first_difference("0.5") +
                                  " from abrupt: reached, known to +-0.32.");
}

TEST(RunsUntil, say_how_many_it_would_take) {
  RunsUntil until(read({first_difference("0.1")}), two_plans, 0);
  take(until, 40, 1);
  EXPECT_FALSE(until.is_enough());
  EXPECT_THAT(until.in_words(), StartsWith("40 runs were made, the most that were allowed: "));
  EXPECT_THAT(until.in_words(), HasSubstr("it would take about 420 runs"));
}

TEST(RunsUntil, of_a_share_say_how_many_it_would_take_for_the_width_that_is_asked_for) {
  // Half the interval is 9.5 of 100 of the mean: below the tenth, and above the 9.09 asked for it.
  const auto words = [](std::uint32_t runs, double spread) {
    RunsUntil until(read({std::string(run_measures().front().name) + ".mean<=10%"}),
                    ServiceModels({"one"}, {false}), 0);
    for (std::uint32_t run = 0; run < runs; ++run) {
      const double value = 10 + (run % 2 == 0 ? spread : -spread);
      const std::vector<std::optional<Outcomes>> outcomes{
          Outcomes{std::vector<double>(run_measures().size(), value), {}, 0}};
      until.take({run, outcomes});
    }
    return until.in_words();
  };
  EXPECT_THAT(words(110, 5), HasSubstr("not reached, known to +-0.9; it would take about 120"));
}

TEST(RunsUntil, are_of_no_difference_that_has_no_meaning) {
  const ServiceModels plans({"apart", "one"}, {false, true});
  const std::vector<std::string> wishes{"escalation_12m.difference<=1", "referrals.difference<=1",
                                        "back_12m.difference<=1", "referrals_own.mean<=1"};
  try {
    const RunsUntil until(read(wishes), plans, 0);
    FAIL() << "not refused";
  } catch (const NotComparable& refusal) {
    EXPECT_STREQ(refusal.what(),
                 "these plans cannot be compared in `escalation_12m` and `referrals`");
    EXPECT_THAT(refusal.reasons().back(), HasSubstr("ask for the .mean"));
  }
  EXPECT_NO_THROW(RunsUntil(read({wishes[2], wishes[3]}), plans, 0));
}

}  // namespace
}  // namespace stepdown
