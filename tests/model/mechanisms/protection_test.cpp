#include "model/processes/protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "model/processes/care.h"
#include "model/processes/enquiry.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "tests/model/mechanisms/one_authority.h"

// Enquiries, protection plans, proceedings and care.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

constexpr double near = 1e-6;

/// Nothing happens by itself but dates of the case.
Settings quiet_and(const Settings& more = {}) {
  Settings all{{"noticing.rate", 0},
               {"need.worsening", 0},
               {"need.easing", 0},
               {"need.concern_arrival", 0},
               {"need.concern_resolution", 0}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

FamilySlot assessed(OneAuthority& one, const FamilyKind& kind) {
  const FamilySlot slot = one.enter(kind);
  hold_for_assessment(one.world, slot, one.family(slot).at_home);
  one.case_of(slot).date(CaseDate::assessment_ends) = 500;
  return slot;
}

FamilySlot planned(OneAuthority& one, const FamilyKind& kind = {.level = NeglectLevel::five}) {
  const FamilySlot slot = assessed(one, kind);
  one.case_of(slot).clear(CaseDate::assessment_ends);
  const double judged = number(kind.level);
  start_plan(one.world, slot, {judged, judged});
  return slot;
}

Quantity after_enquiries(HappeningKind kind) {
  return [kind](OneAuthority& one) {
    for (std::size_t row = 0; row < neglect_levels; ++row) {
      start_enquiry(one.world, assessed(one, {.level = level_at(row)}));
    }
    one.live_for_days(60);
    return static_cast<double>(one.counter.count(kind));
  };
}

// c4
TEST(Enquiry, leads_to_a_conference_from_its_threshold_on) {
  EXPECT_EQ(along("threshold.conference", {1, 3.5, 6},
                  after_enquiries(HappeningKind::conference_held), quiet_and()),
            (std::vector<double>{5, 2, 0}));
}

// c4, d1
TEST(Conference, makes_a_plan_from_its_threshold_on) {
  EXPECT_EQ(along("threshold.plan", {1, 3.5, 6}, after_enquiries(HappeningKind::plan_started),
                  quiet_and({{"threshold.conference", 1}})),
            (std::vector<double>{5, 2, 0}));
}

// c4
TEST(Conference, is_held_after_the_days_of_enquiry_and_invitation) {
  const auto day = [](OneAuthority& one) {
    start_enquiry(one.world, assessed(one, {.level = NeglectLevel::five}));
    one.live_for_days(200);
    return one.counter.of(HappeningKind::conference_held).at(0).day;
  };
  EXPECT_NEAR(along("front_door.enquiry_days", {5, 15}, day, quiet_and())[1] -
                  along("front_door.enquiry_days", {5, 15}, day, quiet_and())[0],
              14, near);
  EXPECT_NEAR(along("front_door.conference_days", {5, 15}, day, quiet_and())[1] -
                  along("front_door.conference_days", {5, 15}, day, quiet_and())[0],
              14, near);
}

// EV4
TEST(Plan, is_for_neglect_from_its_judged_level_on) {
  const auto for_neglect = [](OneAuthority& one) {
    planned(one, {.level = NeglectLevel::three});
    planned(one, {.level = NeglectLevel::five});
    double sum = 0;
    for (const Happening& plan : one.counter.of(HappeningKind::plan_started)) {
      sum += plan.neglect ? 1 : 0;
    }
    return sum;
  };
  EXPECT_EQ(along("protection.neglect_category_from", {2, 4, 6}, for_neglect),
            (std::vector<double>{2, 1, 0}));
}

TEST(Plan, takes_in_siblings_with_their_chance) {
  const auto children = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 40; ++i) {
      sum += count_of(
          one.seen_case(planned(one, {.level = NeglectLevel::five, .children = 3})).planned);
    }
    return sum;
  };
  const auto counts = along("protection.siblings_planned", {0.5, 0.8, 1}, children);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[2], 120.0);
}

/// Days of a plan of a family that has eased to this level.
Quantity days_of_plan(NeglectLevel now) {
  return [now](OneAuthority& one) {
    one.set_need(planned(one), now);
    one.live_for_days(3000);
    const auto ended = one.counter.of(HappeningKind::plan_ended);
    return ended.empty() ? 3000.0 : ended.front().days;
  };
}

// d7
TEST(Plan, ends_at_a_review_conference_below_its_threshold) {
  const Settings without_proceedings =
      quiet_and({{"protection.care_from_proceedings", 0}, {"protection.later_review_looser", 0}});
  EXPECT_TRUE(falls(along("protection.end_below", {2, 3.4, 5}, days_of_plan(NeglectLevel::three),
                          without_proceedings)));
}

// d7
TEST(FirstReviewConference, is_stricter_and_comes_after_its_weeks) {
  EXPECT_EQ(
      along("protection.first_review_weeks", {8, 13}, days_of_plan(NeglectLevel::one), quiet_and()),
      (std::vector<double>{56, 91}));
  EXPECT_TRUE(rises(along("protection.first_review_stricter", {0, 3},
                          days_of_plan(NeglectLevel::two), quiet_and())));
}

// d7
TEST(LaterReviewConferences, are_between_the_least_and_the_greatest_time_apart) {
  const Settings alike = quiet_and({{"protection.first_review_stricter", 3}});
  EXPECT_TRUE(rises(along("protection.later_review_weeks", {12, 24, 40},
                          days_of_plan(NeglectLevel::two), alike)));
  EXPECT_TRUE(rises(along("protection.later_review_earliest_weeks", {2, 10, 24},
                          days_of_plan(NeglectLevel::two), alike)));
}

// d7
TEST(LaterReviewConferences, end_plans_the_more_easily_the_later_they_are) {
  EXPECT_TRUE(
      falls(along("protection.later_review_looser", {0.1, 0.5, 2}, days_of_plan(NeglectLevel::four),
                  quiet_and({{"protection.care_from_proceedings", 0}}))));
}

/// The first day on which proceedings have ended.
double day_of_proceedings(OneAuthority& one) {
  planned(one);
  one.live_for_days(4000);
  const auto ended = one.counter.of(HappeningKind::proceedings_ended);
  return ended.empty() ? 4000.0 : ended.front().day;
}

// EV80
TEST(Proceedings, follow_so_many_review_conferences_without_progress_and_take_their_weeks) {
  EXPECT_TRUE(rises(along("protection.reviews_before_proceedings", {1, 2, 4}, day_of_proceedings,
                          quiet_and({{"protection.later_review_looser", 0}}))));
  const auto days =
      along("protection.proceedings_weeks", {10, 20}, day_of_proceedings, quiet_and());
  EXPECT_NEAR(days[1] - days[0], 70, near);
}

/// How many of a hundred proceedings end in care.
double care_after_proceedings(OneAuthority& one) {
  for (int i = 0; i < 100; ++i) {
    const FamilySlot slot = planned(one);
    one.case_of(slot).date(CaseDate::proceedings_end) = one.world.now();
    end_proceedings(one.world, slot);
  }
  return static_cast<double>(
      one.authority.stocks.helped[row_of(ServiceTier::looked_after)].count());
}

TEST(Proceedings, end_in_care_with_their_chance) {
  const auto counts =
      along("protection.care_from_proceedings", {0, 0.4, 1}, care_after_proceedings);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 0.0);
}

// EV38
TEST(FamilyGroupConference, makes_care_after_proceedings_rarer) {
  const Settings often{{"protection.care_from_proceedings", 0.8},
                       {"protection.family_group_conference_effect", 0.6}};
  EXPECT_TRUE(falls(
      along("protection.family_group_conference", {0, 0.5, 1}, care_after_proceedings, often)));
  EXPECT_TRUE(rises(along(
      "protection.family_group_conference_effect", {0.6, 0.8, 1}, care_after_proceedings,
      {{"protection.care_from_proceedings", 0.8}, {"protection.family_group_conference", 1}})));
}

// EV8
TEST(EnquiryAboutASeriousConcern, ends_in_care_with_its_chance) {
  const auto in_care = [](AcuteConcern concern) {
    return [concern](OneAuthority& one) {
      for (int i = 0; i < 100; ++i) {
        end_enquiry(one.world, assessed(one, {.concern = concern}));
      }
      return static_cast<double>(
          one.authority.stocks.helped[row_of(ServiceTier::looked_after)].count());
    };
  };
  const auto counts = along("protection.care_from_serious_concern", {0, 0.3, 1},
                            in_care(AcuteConcern::serious), quiet_and());
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[2], 100.0);
  EXPECT_THAT(along("protection.care_from_serious_concern", {0, 0.3, 1},
                    in_care(AcuteConcern::moderate), quiet_and()),
              Each(0.0));
}

TEST(Care, takes_in_siblings_with_their_chance) {
  const auto children = [](OneAuthority& one) {
    for (int i = 0; i < 40; ++i) {
      start_care(one.world, planned(one, {.level = NeglectLevel::five, .children = 3}));
    }
    return static_cast<double>(
        one.authority.stocks.helped[row_of(ServiceTier::looked_after)].count());
  };
  const auto counts =
      along("care.siblings_in_care", {0, 0.5, 1}, children, {{"protection.siblings_planned", 1}});
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 40.0);
  EXPECT_EQ(counts[2], 120.0);
}

/// Mean days in care, of many; a stay beyond ten years counts as ten.
double mean_stay(OneAuthority& one) {
  double sum = 0;
  for (int i = 0; i < 200; ++i) {
    const FamilySlot slot = planned(one);
    start_care(one.world, slot);
    sum += std::min(one.seen_case(slot).care_ends(), 10 * days_per_year);
  }
  return sum / 200;
}

// cla: stock and exits
TEST(Care, ends_at_its_rates_of_the_first_and_of_later_years) {
  EXPECT_TRUE(falls(along("care.exit_first_year", {0, 0.4, 2}, mean_stay)));
  EXPECT_TRUE(falls(along("care.exit_later", {0, 0.2, 2}, mean_stay)));
}

TEST(Care, ends_at_home_with_its_share) {
  const auto home = [](OneAuthority& one) {
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = planned(one);
      start_care(one.world, slot);
      end_care(one.world, slot);
    }
    return static_cast<double>(
        one.counter.count(HappeningKind::help_ended, ClosingReason::returned_home));
  };
  const auto counts = along("care.return_home_share", {0, 0.4, 1}, home);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[2], 100.0);
}

}  // namespace
}  // namespace stepdown
