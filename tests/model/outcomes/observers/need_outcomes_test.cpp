#include "model/outcomes/observers/need_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// One family that a test moves between levels and tells the measures of need about, for ten years.
class ReturnOfNeed : public testing::Test {
 protected:
  ReturnOfNeed() : family_(small_.new_family()) {
    observer_ = need_outcomes().observe({small_.rules.p, small_.authority, 3652.5, 10});
  }

  void is_at(NeglectLevel level, double day) {
    small_.set_need(family_, level);
    Family& family = small_.world.family(family_);
    if (level >= NeglectLevel::three && !family.first_at_level_three.is_set()) {
      family.first_at_level_three = WholeDay::of(day);
    }
    tell(HappeningKind::level_changed, day);
  }
  void is_first_helped(double day) { tell(HappeningKind::help_started, day, 1); }
  void tell(HappeningKind kind, double day, int repeats = 0) {
    observer_->saw({.kind = kind, .day = day, .slot = family_, .repeats = repeats},
                   small_.authority);
  }
  double share() const { return observer_->run_values(small_.authority).at(4); }

  SmallWorld small_{quiet_authority()};
  FamilySlot family_;
  std::unique_ptr<OutcomeObserver> observer_;
};

TEST_F(ReturnOfNeed, is_level_3_again_within_24_months_of_easing_after_help) {
  is_at(NeglectLevel::three, 10);
  is_first_helped(50);
  is_at(NeglectLevel::two, 100);
  EXPECT_EQ(share(), 0.0);
  is_at(NeglectLevel::three, 100 + 730);
  EXPECT_EQ(share(), 100.0);
}

TEST_F(ReturnOfNeed, is_not_what_comes_later) {
  is_at(NeglectLevel::four, 10);
  is_first_helped(50);
  is_at(NeglectLevel::three, 90);
  is_at(NeglectLevel::two, 100);
  is_at(NeglectLevel::three, 100 + 731);
  EXPECT_EQ(share(), 0.0);
}

TEST_F(ReturnOfNeed, counts_a_family_once) {
  is_at(NeglectLevel::three, 10);
  is_first_helped(50);
  is_at(NeglectLevel::two, 100);
  is_at(NeglectLevel::three, 200);
  is_at(NeglectLevel::two, 300);
  is_at(NeglectLevel::three, 400);
  EXPECT_EQ(share(), 100.0);
}

TEST_F(ReturnOfNeed, follows_only_families_who_were_in_need_and_then_first_helped) {
  is_first_helped(5);
  is_at(NeglectLevel::three, 10);
  is_at(NeglectLevel::two, 20);
  EXPECT_TRUE(std::isnan(share())) << "help came before need";
}

TEST_F(ReturnOfNeed, does_not_follow_help_that_is_not_the_first) {
  is_at(NeglectLevel::three, 10);
  tell(HappeningKind::help_started, 50, 0);
  is_at(NeglectLevel::two, 100);
  EXPECT_TRUE(std::isnan(share()));
}

TEST_F(ReturnOfNeed, does_not_follow_who_cannot_be_watched_for_24_months) {
  is_at(NeglectLevel::three, 10);
  is_first_helped(50);
  is_at(NeglectLevel::two, 3652.5 - 730);
  EXPECT_TRUE(std::isnan(share()));
}

TEST_F(ReturnOfNeed, is_not_denied_by_families_who_leave_before_it_could_be_seen) {
  is_at(NeglectLevel::three, 10);
  is_first_helped(50);
  is_at(NeglectLevel::two, 100);
  tell(HappeningKind::family_left, 200);
  EXPECT_TRUE(std::isnan(share())) << "nobody was watched so long";
  tell(HappeningKind::family_arrived, 200);
  is_at(NeglectLevel::three, 210);
  is_first_helped(250);
  is_at(NeglectLevel::two, 300);
  is_at(NeglectLevel::three, 500);
  EXPECT_EQ(share(), 100.0) << "of those who were watched";
}

TEST_F(ReturnOfNeed, starts_anew_with_the_next_family_in_the_row) {
  is_at(NeglectLevel::three, 10);
  is_first_helped(50);
  tell(HappeningKind::family_arrived, 60);
  is_at(NeglectLevel::two, 100);
  EXPECT_TRUE(std::isnan(share()));
}

TEST(ChildYears, are_counted_by_level_for_children_at_home) {
  ModelParameters p = quiet_authority();
  SmallWorld small(p);
  const FamilySlot family = small.new_family(3, NeglectLevel::three);
  const auto observer = need_outcomes().observe({p, small.authority, 730.5, 2});
  small.live_until(365.25);
  small.set_need(family, NeglectLevel::five);
  small.seek(family, ServiceTier::community_early_help);
  small.live_until(547.875);
  end_case(small.world, family, ClosingReason::left_early);
  small.live_until(730.5);
  small.authority.stocks.each([](Tally& tally) { tally.settle(730.5); });
  const std::vector<double> values = observer->run_values(small.authority);
  EXPECT_NEAR(values[0], 3.0, 1e-12) << "level 3 to 5";
  EXPECT_NEAR(values[1], 1.5, 1e-12) << "level 4 to 5";
  EXPECT_NEAR(values[2], 0.75, 1e-12) << "level 4 to 5 without help";
  EXPECT_NEAR(values[3], 100.0, 1e-12);
}

}  // namespace
}  // namespace stepdown
