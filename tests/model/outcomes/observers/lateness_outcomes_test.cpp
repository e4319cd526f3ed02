#include "model/outcomes/observers/lateness_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr std::size_t level_3_days = 0;
constexpr std::size_t level_4_days = 1;
constexpr std::size_t level_at_help = 2;
constexpr std::size_t families_a_year = 3;
constexpr std::size_t never_helped = 4;

/// The measures of lateness over two years of a quiet authority.
class Lateness : public testing::Test {
 protected:
  Lateness()
      : observer_(lateness_outcomes().observe({small_.rules.p, small_.authority, 730.5, 2})) {
    small_.observers.add(*observer_);
  }

  FamilySlot family_since(double level_three, double level_four, NeglectLevel now) {
    const FamilySlot family = small_.new_family(1, now);
    small_.world.history(family).first_at_level_three = level_three;
    small_.world.history(family).first_at_level_four = level_four;
    return family;
  }
  double value(std::size_t measure) const {
    return observer_->run_values(small_.authority).at(measure);
  }

  SmallWorld small_{quiet_authority()};
  std::unique_ptr<OutcomeObserver> observer_;
};

TEST_F(Lateness, runs_from_the_first_day_of_need_to_the_first_help) {
  const FamilySlot early = family_since(-100, History::not_yet, NeglectLevel::two);
  const FamilySlot late = family_since(-300, -50, NeglectLevel::four);
  small_.live_until(20);
  small_.seek(early, ServiceTier::targeted_early_help);
  small_.live_until(40);
  small_.seek(late, ServiceTier::targeted_early_help);
  EXPECT_DOUBLE_EQ(value(level_3_days), (120.0 + 340.0) / 2);
  EXPECT_DOUBLE_EQ(value(level_4_days), 90.0);
  EXPECT_DOUBLE_EQ(value(level_at_help), 3.0);
  EXPECT_DOUBLE_EQ(value(families_a_year), 1.0);
}

TEST_F(Lateness, is_of_first_help_alone) {
  const FamilySlot family = family_since(-10, History::not_yet, NeglectLevel::three);
  small_.seek(family, ServiceTier::targeted_early_help);
  end_case(small_.world, family, ClosingReason::good_review);
  small_.live_until(500);
  small_.seek(family, ServiceTier::targeted_early_help);
  EXPECT_DOUBLE_EQ(value(level_3_days), 10.0);
}

TEST_F(Lateness, is_no_number_for_families_who_were_never_in_need) {
  small_.seek(family_since(History::not_yet, History::not_yet, NeglectLevel::two),
              ServiceTier::community_early_help);
  EXPECT_TRUE(std::isnan(value(level_3_days)));
  EXPECT_DOUBLE_EQ(value(level_at_help), 2.0);
}

TEST_F(Lateness, has_no_end_for_families_who_leave_without_ever_being_helped) {
  const FamilySlot helped = family_since(-10, History::not_yet, NeglectLevel::three);
  const FamilySlot unhelped = family_since(-10, History::not_yet, NeglectLevel::three);
  const FamilySlot well = small_.new_family();
  small_.seek(helped, ServiceTier::targeted_early_help);
  for (const FamilySlot family : {helped, unhelped, well}) {
    leave(small_.world, family);
  }
  EXPECT_DOUBLE_EQ(value(never_helped), 50.0);
}

}  // namespace
}  // namespace stepdown
