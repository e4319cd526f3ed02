#include "model/outcomes/observers/family_return_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr double days = 3652.5;
constexpr ChildSet first_child = 1;

/// Help lasts until a test ends it.
ModelParameters without_reviews() {
  ModelParameters p = quiet_authority();
  for (HelpParameters& help : p.help) {
    help.review_weeks = 10'000;
  }
  return p;
}

/// The measures of families who come back over ten years of a quiet authority, whose first
/// referral a test may place before day 0.
class FamilyReturn : public testing::Test {
 protected:
  void watch() {
    outcomes_.emplace(family_return_outcomes(),
                      HorizonFacts{small_.rules.p, small_.authority, days, 10});
    small_.observers.add(outcomes_->observer());
  }
  void is_helped(FamilySlot family) { small_.seek(family, targeted); }
  void stops(FamilySlot family, ClosingReason reason = ClosingReason::good_review) {
    end_case(small_.world, family, reason);
  }
  void referral_of(FamilySlot family, ChildSet children) {
    const auto day = static_cast<float>(small_.authority.now);
    for (std::size_t child = 0; child < most_children; ++child) {
      if ((children >> child & 1U) != 0) {
        small_.world.record(family).children[child].last_referral = day;
      }
    }
    small_.world.tell({.kind = HappeningKind::referral,
                       .day = small_.authority.now,
                       .slot = family,
                       .children = count_of(children)});
  }
  double value(std::string_view name) const { return outcomes_->value(name, small_.authority); }

  SmallWorld small_{without_reviews()};
  std::optional<ObservedOutcomes> outcomes_;
};

TEST_F(FamilyReturn, is_a_referral_within_a_year_of_any_siblings_last) {
  const FamilySlot family = small_.new_family(2);
  watch();
  referral_of(family, first_child);
  EXPECT_EQ(value("family_return_12m"), 0.0);
  small_.live_until(300);
  referral_of(family, 2);  // the other child, for the first time
  EXPECT_EQ(value("family_return_12m"), 50.0);
  small_.live_until(300 + 366);
  referral_of(family, first_child);
  EXPECT_NEAR(value("family_return_12m"), 100.0 / 3, 1e-9);
}

TEST_F(FamilyReturn, remembers_referrals_before_day_0) {
  const FamilySlot family = small_.new_family();
  small_.world.record(family).children[0].last_referral = -100;
  watch();
  small_.live_until(100);
  referral_of(family, first_child);
  EXPECT_EQ(value("family_return_12m"), 100.0);
}

TEST_F(FamilyReturn, is_a_referral_within_a_year_of_the_end_of_help_too) {
  const FamilySlot family = small_.new_family();
  watch();
  is_helped(family);
  small_.live_until(400);
  stops(family);
  small_.live_until(500);
  referral_of(family, first_child);
  EXPECT_EQ(value("family_return_12m"), 100.0);
}

TEST_F(FamilyReturn, is_not_that_of_the_next_family_in_the_row) {
  const FamilySlot family = small_.new_family();
  watch();
  referral_of(family, first_child);
  leave(small_.world, family);
  const FamilySlot next = small_.new_family();
  ASSERT_EQ(next, family);
  referral_of(next, first_child);
  EXPECT_EQ(value("family_return_12m"), 0.0);
}

TEST_F(FamilyReturn, of_a_child_is_its_own) {
  const FamilySlot family = small_.new_family(2);
  watch();
  is_helped(family);
  stops(family);
  small_.live_until(100);
  referral_of(family, first_child);
  small_.live_until(1000);
  EXPECT_EQ(value("back_12m_child"), 50.0) << "the other has not come back";
}

TEST_F(FamilyReturn, of_a_child_is_early_help_later_but_not_what_stepping_down_brings_at_once) {
  const FamilySlot family = small_.new_family();
  watch();
  is_helped(family);
  stops(family, ClosingReason::stepped_down);
  is_helped(family);
  small_.live_until(700);
  EXPECT_EQ(value("back_12m_child"), 0.0);
  stops(family);
  small_.live_until(800);
  is_helped(family);
  EXPECT_EQ(value("back_12m_child"), 50.0);
}

TEST_F(FamilyReturn,
       of_a_child_is_not_the_help_accepted_as_it_ends_though_an_assessment_comes_before) {
  const FamilySlot stepping_down = small_.new_family();
  const FamilySlot coming_back = small_.new_family();
  watch();
  for (const FamilySlot family : {stepping_down, coming_back}) {
    is_helped(family);
    stops(family, ClosingReason::stepped_down);
  }
  const auto accepts = [&](FamilySlot family) {
    small_.world.tell({.kind = HappeningKind::offer_accepted,
                       .day = small_.authority.now,
                       .slot = family,
                       .tier = ServiceTier::community_early_help,
                       .children = 1});
  };
  accepts(stepping_down);
  small_.live_until(20);
  accepts(coming_back);
  small_.live_until(21);
  is_helped(stepping_down);
  is_helped(coming_back);
  small_.live_until(700);
  EXPECT_EQ(value("back_12m_child"), 50.0);
}

TEST_F(FamilyReturn, of_a_child_is_not_expected_where_help_did_not_end_or_of_an_adult) {
  const FamilySlot family = small_.new_family();
  watch();
  is_helped(family);
  stops(family, ClosingReason::stepped_up);
  EXPECT_TRUE(std::isnan(value("back_12m_child")));
  is_helped(family);
  stops(family);
  small_.live_until(100);
  small_.world.tell({.kind = HappeningKind::child_turned_18, .day = 100, .slot = family});
  EXPECT_TRUE(std::isnan(value("back_12m_child"))) << "watched for 100 days only";
}

TEST_F(FamilyReturn, of_a_child_does_not_begin_where_help_ends_for_want_of_a_worker) {
  const FamilySlot family = small_.new_family(1, NeglectLevel::four);
  watch();
  small_.open_statutory(family, ServiceTier::child_in_need);
  for (const HappeningKind kind : {HappeningKind::help_ended, HappeningKind::unallocated_started}) {
    small_.world.tell({.kind = kind,
                       .day = 0,
                       .slot = family,
                       .tier = ServiceTier::child_in_need,
                       .reason = ClosingReason::stepped_down,
                       .children = 1});
  }
  EXPECT_TRUE(std::isnan(value("back_12m_child")));
}

TEST_F(FamilyReturn, takes_steps_up_and_down_as_one_spell_of_help) {
  const FamilySlot family = small_.new_family(1, NeglectLevel::three);
  watch();
  small_.seek(family, ServiceTier::community_early_help);
  stops(family, ClosingReason::stepped_up);
  small_.seek(family, ServiceTier::targeted_early_help);
  stops(family, ClosingReason::stepped_up);
  small_.open_statutory(family, ServiceTier::child_in_need);
  stops(family, ClosingReason::stepped_down);
  offer_early_help(small_.world, family, ServiceTier::targeted_early_help, 0b1, 3.0);
  EXPECT_EQ(small_.world.known(family).spells_of_help, 1);
  stops(family);
  is_helped(family);
  EXPECT_EQ(small_.world.known(family).spells_of_help, 2);
}

TEST_F(FamilyReturn, of_a_child_is_new_help_after_help_accepted_at_the_closing_never_began) {
  const FamilySlot family = small_.new_family(1, NeglectLevel::four);
  watch();
  is_helped(family);
  stops(family, ClosingReason::stepped_down);
  small_.world.tell({.kind = HappeningKind::offer_accepted, .day = 0, .slot = family});
  small_.world.tell({.kind = HappeningKind::waiting_ended,
                     .day = 0,
                     .slot = family,
                     .reason = ClosingReason::dropped_out});
  small_.live_until(100);
  is_helped(family);
  EXPECT_EQ(value("back_12m_child"), 100.0);
}

TEST_F(FamilyReturn, makes_a_revolving_door_of_three_spells_of_help) {
  const FamilySlot often = small_.new_family();
  const FamilySlot once = small_.new_family();
  small_.new_family();
  watch();
  is_helped(once);
  for (int spell = 0; spell < 2; ++spell) {
    is_helped(often);
    stops(often);
  }
  EXPECT_EQ(value("revolving_door_at_end"), 0.0);
  is_helped(often);
  EXPECT_EQ(value("revolving_door_at_end"), 50.0) << "of families who have been helped";
  EXPECT_TRUE(std::isnan(value("revolving_door_leaving")));
  leave(small_.world, often);
  EXPECT_EQ(value("revolving_door_leaving"), 100.0);
  leave(small_.world, once);
  EXPECT_EQ(value("revolving_door_leaving"), 50.0);
}

}  // namespace
}  // namespace stepdown
