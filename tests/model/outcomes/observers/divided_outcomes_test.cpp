#include "model/outcomes/observers/divided_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double year = 365.25;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// A quiet authority watched for a year, once by fifth of areas and once by stage of the family.
class Divided : public testing::Test {
 protected:
  Divided() {
    small_.observers.add(fifths_.observer());
    small_.observers.add(stages_.observer());
  }

  FamilySlot family_in(std::uint8_t area, int children, NeglectLevel level) {
    const FamilySlot family = small_.new_family(children, level);
    small_.move_to_area(family, area);
    return family;
  }
  void is_at_stage(FamilySlot slot, FamilyStage stage) {
    Family& family = small_.world.family(slot);
    small_.authority.stocks.count_need(family, small_.authority.now, -1);
    family.stage = stage;
    small_.authority.stocks.count_need(family, small_.authority.now, +1);
  }
  double by_fifth(std::string_view name) {
    settle_tallies(small_.authority);
    return fifths_.value(name, small_.authority);
  }
  double by_stage(std::string_view name) {
    settle_tallies(small_.authority);
    return stages_.value(name, small_.authority);
  }

  SmallWorld small_{quiet_authority()};
  ObservedOutcomes fifths_{fifth_outcomes(), {small_.rules.p, small_.authority, year, 1}};
  ObservedOutcomes stages_{stage_outcomes(), {small_.rules.p, small_.authority, year, 1}};
};

TEST_F(Divided, need_is_in_child_years_per_100_of_the_fifth) {
  family_in(0, 3, NeglectLevel::two);
  const FamilySlot eases = family_in(0, 1, NeglectLevel::three);
  const FamilySlot severe = family_in(4, 2, NeglectLevel::five);
  small_.live_until(0.5 * year);
  small_.set_need(eases, NeglectLevel::one);
  small_.seek(severe, targeted);
  small_.live_until(year);
  EXPECT_DOUBLE_EQ(by_fifth("level_3_to_5_fifth_1"), 12.5);
  EXPECT_DOUBLE_EQ(by_fifth("level_4_to_5_fifth_1"), 0.0);
  EXPECT_DOUBLE_EQ(by_fifth("level_3_to_5_fifth_5"), 100.0);
  EXPECT_DOUBLE_EQ(by_fifth("level_4_to_5_fifth_5"), 100.0);
  EXPECT_DOUBLE_EQ(by_fifth("severe_without_help_fifth_5"), 50.0);
  EXPECT_TRUE(std::isnan(by_fifth("level_3_to_5_fifth_3"))) << "nobody lives there";
}

TEST_F(Divided, need_of_a_family_counts_at_the_stage_it_is_in) {
  small_.new_family(1, NeglectLevel::one);
  const FamilySlot grows = small_.new_family(1, NeglectLevel::four);
  small_.live_until(0.5 * year);
  is_at_stage(grows, FamilyStage::from_5_to_10);
  small_.live_until(year);
  EXPECT_DOUBLE_EQ(by_stage("level_4_to_5_age_under_5"), 100 * 0.5 / 1.5);
  EXPECT_DOUBLE_EQ(by_stage("severe_without_help_age_5_to_10"), 100.0);
  EXPECT_TRUE(std::isnan(by_stage("level_3_to_5_age_over_10")));
}

TEST_F(Divided, a_family_passes_into_the_next_stage_on_a_fifth_birthday) {
  const FamilySlot family = small_.new_family(1, NeglectLevel::three);
  small_.live_until(6 * year);
  EXPECT_EQ(small_.world.family(family).stage, FamilyStage::from_5_to_10);
  EXPECT_DOUBLE_EQ(by_stage("level_3_to_5_age_5_to_10"), 100.0);
  const auto& own = small_.authority.stocks.at_home[0];
  EXPECT_NEAR(own[0].at_level[2].integral(), 5 * year, 1);
  EXPECT_NEAR(own[1].at_level[2].integral(), 1 * year, 1);
}

TEST_F(Divided, referrals_are_per_10000_children_at_home) {
  const FamilySlot family = family_in(1, 4, NeglectLevel::one);
  family_in(1, 4, NeglectLevel::one);
  small_.live_until(0.5 * year);
  small_.world.tell(
      {.kind = HappeningKind::referral, .day = 0.5 * year, .slot = family, .children = 2});
  small_.live_until(year);
  EXPECT_DOUBLE_EQ(by_fifth("referrals_per_10000_fifth_2"), 2 * 10'000.0 / 8);
  EXPECT_DOUBLE_EQ(by_stage("referrals_per_10000_age_under_5"), 2 * 10'000.0 / 8);
}

TEST_F(Divided, lateness_is_that_of_first_help_where_the_family_lives_and_stands) {
  const FamilySlot family = family_in(3, 1, NeglectLevel::three);
  small_.world.family(family).first_at_level_three = WholeDay::of(10);
  small_.live_until(60);
  small_.seek(family, targeted);
  EXPECT_DOUBLE_EQ(by_fifth("lateness_days_fifth_4"), 50.0);
  EXPECT_DOUBLE_EQ(by_stage("lateness_days_age_under_5"), 50.0);
  EXPECT_TRUE(std::isnan(by_fifth("lateness_days_fifth_1")));
}

TEST_F(Divided, waits_are_those_that_end_with_help) {
  const FamilySlot family = family_in(2, 1, NeglectLevel::two);
  for (const double days : {3.0, 5.0, 40.0}) {
    small_.world.tell({.kind = HappeningKind::waiting_ended,
                       .day = 100,
                       .slot = family,
                       .tier = targeted,
                       .days = days});
  }
  small_.world.tell({.kind = HappeningKind::waiting_ended,
                     .day = 100,
                     .slot = family,
                     .tier = targeted,
                     .reason = ClosingReason::dropped_out,
                     .days = 1});
  EXPECT_EQ(by_fifth("waiting_days_fifth_3"), 5.0);
  EXPECT_EQ(by_stage("waiting_days_age_under_5"), 5.0);
}

TEST(DividedMeasures, say_of_every_measure_the_same_for_every_part) {
  for (const auto& [kind, parts] :
       {std::pair{fifth_outcomes(), area_fifths}, std::pair{stage_outcomes(), family_stages}}) {
    EXPECT_EQ(kind.run_measures.size(), 6 * parts);
    EXPECT_TRUE(kind.monthly_measures.empty());
  }
}

TEST(DividedMeasures, of_a_whole_authority_lie_around_that_of_all) {
  const ModelParameters p = small_authority();
  const Outcomes outcomes = Replication(p, {4, 0}).under(p);
  const double all = measured(outcomes, "share_level_3_to_5");
  for (const std::string part : {"fifth_", "age_"}) {
    double least = 100;
    double most = 0;
    for (const Measure& measure : run_measures()) {
      if (measure.name.starts_with("level_3_to_5_" + part)) {
        least = std::min(least, measured(outcomes, measure.name));
        most = std::max(most, measured(outcomes, measure.name));
      }
    }
    EXPECT_LT(least, all) << part;
    EXPECT_GT(most, all) << part;
  }
}

}  // namespace
}  // namespace stepdown
