#include "model/processes/front_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "model/processes/rationing.h"
#include "tests/model/mechanisms/one_authority.h"

// The front door: thresholds, decisions and how long they take.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

const Settings quiet{
    {"noticing.rate", 0}, {"need.worsening", 0}, {"need.easing", 0}, {"need.concern_arrival", 0}};

Settings quiet_and(const Settings& more) {
  Settings all = quiet;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// How many of that kind and reason happen to families at each level, from a referral on.
Quantity after_referrals(HappeningKind kind, ClosingReason reason, double days) {
  return [=](OneAuthority& one) {
    for (std::size_t row = 0; row < neglect_levels; ++row) {
      one.refer_to_social_care(one.enter({.level = level_at(row)}));
    }
    one.live_for_days(days);
    return static_cast<double>(one.counter.count(kind, reason));
  };
}

// EV32, EV33
TEST(ThresholdOfTheFrontDoor, turns_away_more_the_higher_it_is) {
  EXPECT_TRUE(rises(along("threshold.front_door", {1, 2.5, 4.5},
                          after_referrals(HappeningKind::no_further_action, ClosingReason::none, 3),
                          quiet)));
}

// EV1, EV32
TEST(ThresholdOfChildInNeed, finds_fewer_in_need_the_higher_it_is) {
  const Settings all_assessed = quiet_and({{"threshold.front_door", 1}, {"threshold.enquiry", 8}});
  EXPECT_TRUE(
      rises(along("threshold.child_in_need", {1, 3.3, 5},
                  after_referrals(HappeningKind::assessment_ended, ClosingReason::not_in_need, 120),
                  all_assessed)));
}

TEST(ThresholdOfEnquiry, starts_fewer_enquiries_the_higher_it_is) {
  EXPECT_TRUE(falls(along("threshold.enquiry", {1, 3.5, 4.6},
                          after_referrals(HappeningKind::enquiry_started, ClosingReason::none, 120),
                          quiet_and({{"threshold.front_door", 1}}))));
}

/// Families who wait for early help beside a service with few places.
void overrun_early_help(OneAuthority& one, ServiceTier tier) {
  for (int i = 0; i < 60; ++i) {
    one.help(one.enter({.children = 4}), tier);
  }
}

// EV32
TEST(ThresholdsOfEarlyHelp, rise_while_lists_are_long_and_fall_back) {
  const Settings few{{"workforce.key_workers_per_10000", 1},
                     {"workforce.community_workers_per_10000", 1},
                     {"rationing.targeted_raise", 0.8},
                     {"rationing.community_raise", 0.8}};
  const auto offered = [](ServiceTier tier, double judged) {
    return [=](OneAuthority& one) {
      overrun_early_help(one, tier);
      const FamilySlot slot = one.enter();
      return static_cast<double>(row_of(early_help_for(one.world, slot, judged)));
    };
  };
  const auto targeted = offered(ServiceTier::targeted_early_help, 3.4);
  EXPECT_EQ(along("rationing.targeted_raise", {0, 0.8}, targeted, few),
            (std::vector<double>{2, 1}));
  const auto community = offered(ServiceTier::community_early_help, 2.9);
  EXPECT_EQ(along("rationing.community_raise", {0, 0.8}, community, few),
            (std::vector<double>{1, 0}));
  EXPECT_EQ(along("rationing.list_on", {0.5, 10}, targeted, few), (std::vector<double>{1, 2}));
}

// EV32
TEST(ThresholdsOfEarlyHelp, fall_back_later_the_lower_the_list_must_be) {
  const auto still_raised = [](OneAuthority& one) {
    std::vector<FamilySlot> families;
    for (int i = 0; i < 30; ++i) {
      families.push_back(one.enter());
      one.help(families.back(), ServiceTier::targeted_early_help);
    }
    int ended = 0;
    while (one.authority.rations[1] && ended < 30) {
      end_case(one.world, families[static_cast<std::size_t>(29 - ended)],
               ClosingReason::dropped_out);
      ++ended;
    }
    return static_cast<double>(ended);
  };
  EXPECT_TRUE(falls(along("rationing.list_off", {0, 0.2, 0.4}, still_raised,
                          {{"workforce.key_workers_per_10000", 0.5}, {"rationing.list_on", 0.5}})));
}

// EV32, EV40
TEST(ThresholdOfChildInNeed, rises_while_social_workers_are_overrun) {
  const auto threshold = [](OneAuthority& one) {
    for (int i = 0; i < 20; ++i) {
      one.help(one.enter({.level = NeglectLevel::five, .children = 4}),
               ServiceTier::child_protection);
    }
    return threshold_in_need(one.world);
  };
  const Settings few{{"workforce.social_workers", 1}, {"rationing.child_in_need_raise", 0.5}};
  EXPECT_TRUE(rises(along("rationing.child_in_need_raise", {0, 0.5, 2}, threshold, few)));
  EXPECT_TRUE(falls(along("rationing.load_on", {1.15, 10}, threshold, few)));
  EXPECT_EQ(
      quantity({{"rationing.child_in_need_raise", 0.5}, {"threshold.child_in_need", 3}}, threshold),
      3.0)
      << "with workers enough";
}

// EV32
TEST(ThresholdOfChildInNeed, falls_back_later_the_lower_the_load_must_be) {
  const auto ended_until_it_falls = [](OneAuthority& one) {
    std::vector<FamilySlot> families;
    for (int i = 0; i < 40; ++i) {
      families.push_back(one.enter({.level = NeglectLevel::five}));
      one.help(families.back(), ServiceTier::child_protection);
    }
    double ended = 0;
    while (one.authority.rations[2] && !families.empty()) {
      end_case(one.world, families.back(), ClosingReason::good_review);
      families.pop_back();
      ++ended;
    }
    return ended;
  };
  EXPECT_TRUE(
      falls(along("rationing.load_off", {0.2, 0.6, 1.05}, ended_until_it_falls,
                  {{"workforce.social_workers", 1}, {"rationing.child_in_need_raise", 0.5}})));
}

/// Working days that an assessment takes at this quantile of luck.
Quantity assessment_at(double quantile) {
  return
      [quantile](OneAuthority& one) { return assessment_days(one.rules.p.front_door, quantile); };
}

// EV39
TEST(TimeOfAssessment, takes_as_long_as_its_quantiles_say) {
  EXPECT_TRUE(rises(along("front_door.assessment_quarter", {5, 19, 30}, assessment_at(0.2))));
  EXPECT_TRUE(rises(along("front_door.assessment_median", {20, 34, 40}, assessment_at(0.4))));
  EXPECT_TRUE(
      rises(along("front_door.assessment_three_quarters", {35, 40, 44}, assessment_at(0.7))));
  EXPECT_TRUE(rises(along("front_door.assessment_longest", {60, 75, 200}, assessment_at(0.95))));
  EXPECT_TRUE(falls(along("front_door.assessment_in_time", {0.8, 0.9, 1}, assessment_at(0.99))));
}

/// Days from a referral to the end of its assessment, where nobody is helped yet.
double days_until_assessed(OneAuthority& one) {
  const FamilySlot slot = one.enter();
  one.refer_to_social_care(slot);
  one.live_for_days(5);
  return one.seen_case(slot).date(CaseDate::assessment_ends) - one.seen_case(slot).opened;
}

// EV58
TEST(TimeOfAssessment, takes_longer_with_a_structured_tool) {
  EXPECT_TRUE(rises(along("judgement.structured_tools_time", {1, 1.3, 1.6}, days_until_assessed,
                          quiet_and({{"judgement.structured_tools", 1}}))));
  EXPECT_TRUE(rises(along("judgement.structured_tools", {0, 0.5, 1}, days_until_assessed, quiet)));
}

// EV27, EV39, EV50
TEST(TimeOfAssessment, takes_longer_with_workers_over_their_cap) {
  const Settings small_caps = quiet_and({{"caseload.social_worker_cap", 1}});
  const auto with_three_children = [](OneAuthority& one) {
    const FamilySlot slot = one.enter({.children = 3});
    one.refer_to_social_care(slot);
    one.live_for_days(5);
    return one.seen_case(slot).date(CaseDate::assessment_ends) - one.seen_case(slot).opened;
  };
  const auto days =
      along("front_door.overload_slows", {0, 0.5, 2}, with_three_children, small_caps);
  EXPECT_TRUE(rises(days));
  EXPECT_NEAR(days[2], 9 * days[0], 1e-9);
  EXPECT_THAT(along("front_door.overload_slows", {0, 0.5, 2}, days_until_assessed, quiet),
              Each(DoubleEq(quantity(quiet, days_until_assessed))));
}

/// Days until the last of ten referrals of one day has been decided.
double days_until_decided(OneAuthority& one) {
  double last = 0;
  for (int i = 0; i < 10; ++i) {
    const FamilySlot slot = one.enter();
    one.refer_to_social_care(slot);
    last = std::max(last, one.seen_case(slot).date(CaseDate::front_door_decides));
  }
  return last;
}

// EV38, EV41
TEST(FrontDoor, decides_sooner_with_more_staff_and_quicker_decisions) {
  EXPECT_TRUE(rises(along("front_door.decision_days", {0, 0.4, 2}, days_until_decided)));
  EXPECT_TRUE(falls(along("workforce.additional_front_door", {-2, 0, 6}, days_until_decided)));
  EXPECT_TRUE(falls(along("workforce.front_door_per_10000", {0.5, 1.6, 5}, days_until_decided)));
}

/// Days of an early help assessment.
double days_until_early_help(OneAuthority& one) {
  const FamilySlot slot = one.enter();
  offer_early_help(one.world, slot, ServiceTier::targeted_early_help, 1, 3.0);
  return one.seen_case(slot).date(CaseDate::assessment_ends);
}

// EV38
TEST(EarlyHelp, begins_sooner_with_a_shorter_assessment_and_one_front_door) {
  EXPECT_TRUE(rises(along("front_door.early_help_weeks", {1, 3, 9}, days_until_early_help)));
  EXPECT_TRUE(falls(along("front_door.single_entry", {0, 0.5, 1}, days_until_early_help)));
  EXPECT_TRUE(rises(along("front_door.single_entry_effect", {0.2, 0.6, 1}, days_until_early_help,
                          {{"front_door.single_entry", 1}})));
}

// EV34, EV35
TEST(EarlyHelp, is_offered_after_an_assessment_with_its_chance) {
  const auto accepted = [](OneAuthority& one) {
    for (int i = 0; i < 50; ++i) {
      const FamilySlot slot = one.enter();
      hold_for_assessment(one.world, slot, 1);
      decide_assessment(one.world, slot, 3.0, 3.0);
    }
    return static_cast<double>(one.authority.stocks.in_early_help_assessment.count());
  };
  const auto counts = along("front_door.early_help_after_assessment", {0, 0.5, 1}, accepted);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 0.0);
  EXPECT_EQ(counts[2], 50.0);
}

// c3
TEST(EndOfAssessment, records_neglect_from_its_level_on) {
  const auto recorded = [](OneAuthority& one) {
    double sum = 0;
    for (const double judged : {2.0, 3.0, 4.0}) {
      const FamilySlot slot = one.enter();
      hold_for_assessment(one.world, slot, 1);
      decide_assessment(one.world, slot, judged, judged);
    }
    for (const Happening& ended : one.counter.of(HappeningKind::assessment_ended)) {
      sum += ended.repeats;
    }
    return sum;
  };
  EXPECT_TRUE(falls(along("front_door.neglect_recorded_from", {1, 2.5, 3.5, 5}, recorded)));
}

// EV16
TEST(EarlyHelp, is_for_children_of_its_ages) {
  const auto offered_at = [](double age) {
    return [age](OneAuthority& one) {
      return static_cast<double>(row_of(early_help_for(one.world, one.enter({.age = age}), 3.5)));
    };
  };
  EXPECT_EQ(along("help.targeted_early_help.age_from", {0, 5}, offered_at(3)),
            (std::vector<double>{2, 1}));
  EXPECT_EQ(along("help.targeted_early_help.age_to", {12, 18}, offered_at(14)),
            (std::vector<double>{1, 2}));
  EXPECT_EQ(along("help.community_early_help.age_from", {0, 5}, offered_at(3),
                  {{"threshold.targeted_early_help", 5}}),
            (std::vector<double>{1, 0}));
  EXPECT_EQ(along("help.community_early_help.age_to", {12, 18}, offered_at(14),
                  {{"threshold.targeted_early_help", 5}}),
            (std::vector<double>{0, 1}));
}

}  // namespace
}  // namespace stepdown
