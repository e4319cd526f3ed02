#include "model/processes/noticing.h"

#include <gtest/gtest.h>

#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// All routes, with weights that add up to 1 for a family who has children of all ages and asks.
ModelParameters seven_routes() {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.noticing.by_level = 1;
  p.noticing.school = 0.3;
  p.noticing.early_years = 0.1;
  p.noticing.health = 0.2;
  p.noticing.police = 0.1;
  p.noticing.housing_voluntary = 0.1;
  p.noticing.the_public = 0.1;
  p.noticing.family_itself = 0.1;
  p.awareness.families_know = 1;
  return p;
}

void let_children_be(SmallWorld& small, FamilySlot family, bool under_5, bool over_5) {
  small.world.family(family).has_under_5 = under_5;
  small.world.family(family).has_over_5 = over_5;
  settle_family(small.world, family);
}

TEST(BeingNoticed, leads_where_the_judged_need_points) {
  const ModelParameters p = quiet_authority();
  SmallWorld small(p);
  const FamilySlot mild = small.new_family(1, NeglectLevel::two);
  be_noticed(small.world, mild);
  EXPECT_FALSE(small.case_of(mild).is_open()) << "below every threshold";
  const FamilySlot some = small.new_family(1, NeglectLevel::three);
  be_noticed(small.world, some);
  EXPECT_EQ(small.case_of(some).tier, ServiceTier::targeted_early_help);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
  const FamilySlot severe = small.new_family(1, NeglectLevel::four);
  be_noticed(small.world, severe);
  EXPECT_EQ(small.case_of(severe).stage, CaseStage::front_door);
  EXPECT_EQ(small.diary.count(HappeningKind::contact), 3u);
}

TEST(BeingNoticed, again_while_early_help_runs_brings_no_second_offer) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, ServiceTier::community_early_help);
  be_noticed(small.world, family);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::community_early_help);
  EXPECT_EQ(small.diary.count(HappeningKind::help_started), 1u);
}

TEST(BeingNoticed, stops_while_a_statutory_case_is_open) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  EXPECT_GT(small.yearly(family, FamilyClock::noticed), 0.0);
  small.refer_and_decide(family);
  EXPECT_EQ(small.yearly(family, FamilyClock::noticed), 0.0);
  end_case(small.world, family, ClosingReason::not_in_need);
  EXPECT_GT(small.yearly(family, FamilyClock::noticed), 0.0);
}

TEST(Noticing, is_likelier_at_worse_levels_with_a_concern_and_for_visible_families) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.noticing.by_level = 2;
  p.noticing.concern_factor = 3;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 1.0);
  small.set_need(family, NeglectLevel::three);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 4.0);
  small.set_need(family, NeglectLevel::three, AcuteConcern::moderate);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 12.0);
  small.world.family(family).visibility = 0.5;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 6.0);
}

TEST(Noticing, differs_between_the_fifths_of_areas) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.deprivation.noticing = 4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.5);
  small.move_to_area(family, 4);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 2.0);
}

TEST(Routes, reach_the_families_whose_children_are_of_their_age) {
  SmallWorld small(seven_routes());
  const FamilySlot family = small.new_family();
  let_children_be(small, family, true, true);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 1.0);
  let_children_be(small, family, true, false);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.7) << "no schools";
  let_children_be(small, family, false, true);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.9) << "no early years";
}

TEST(Routes, of_the_family_itself_need_knowing_of_help_and_recognising_the_need) {
  ModelParameters p = seven_routes();
  p.awareness.families_know = 0.5;
  p.awareness.recognises = 0.5;
  p.awareness.inherited_recognises = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  let_children_be(small, family, true, true);
  const auto rate_with = [&](Rank knowing, Rank recognising, bool inherited) {
    Family& whose = small.world.family(family);
    whose.knowing = knowing;
    whose.recognising = recognising;
    whose.parents_neglected = inherited;
    settle_family(small.world, family);
    return small.yearly(family, FamilyClock::noticed);
  };
  EXPECT_DOUBLE_EQ(rate_with(100, 100, false), 1.0);
  EXPECT_DOUBLE_EQ(rate_with(200, 100, false), 0.9);
  EXPECT_DOUBLE_EQ(rate_with(100, 200, false), 0.9);
  EXPECT_DOUBLE_EQ(rate_with(100, 100, true), 0.9) << "to half as many it looks normal";
}

TEST(Routes, of_the_family_itself_follow_its_trust) {
  ModelParameters p = seven_routes();
  p.trust.effect = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  let_children_be(small, family, true, true);
  small.world.family(family).trust = 4;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 1.05);
  small.world.family(family).trust = 0;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.95);
}

TEST(Contacts, come_by_each_route_in_proportion_to_its_weight) {
  SmallWorld small(seven_routes());
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  let_children_be(small, family, false, true);
  small.rules.p.threshold.referral = 8;
  for (std::uint16_t strike = 0; strike < 3000; ++strike) {
    small.world.family(family).clock_draws[static_cast<std::size_t>(FamilyClock::noticed)] = strike;
    be_noticed(small.world, family);
  }
  std::array<double, notice_routes> by{};
  for (const Happening& contact : small.diary.of(HappeningKind::contact)) {
    by[row_of(contact.route)] += 1.0 / 3000;
  }
  const std::array<double, notice_routes> known = {3 / 9.0, 0,       2 / 9.0, 1 / 9.0,
                                                   1 / 9.0, 1 / 9.0, 1 / 9.0};
  for (std::size_t route = 0; route < notice_routes; ++route) {
    EXPECT_NEAR(by[route], known[route], 6 * std::sqrt(known[route] / 3000)) << route_names[route];
  }
}

TEST(PartnerCuts, keep_schools_and_health_from_reaching_families_and_leave_the_police_alone) {
  ModelParameters p = seven_routes();
  p.shock[static_cast<std::size_t>(Shock::partner_cuts)] = {
      .size = 0, .from_month = 0, .rise_months = 0, .lasts_months = 12};
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  let_children_be(small, family, true, true);
  for (std::uint16_t strike = 0; strike < 200; ++strike) {
    small.world.family(family).clock_draws[static_cast<std::size_t>(FamilyClock::noticed)] = strike;
    be_noticed(small.world, family);
  }
  const auto contacts = small.diary.of(HappeningKind::contact);
  EXPECT_GT(contacts.size(), 20u);
  for (const Happening& contact : contacts) {
    EXPECT_TRUE(contact.route == NoticeRoute::police || contact.route == NoticeRoute::the_public ||
                contact.route == NoticeRoute::family_itself)
        << route_names[row_of(contact.route)];
  }
}

TEST(Seasons, let_time_pass_for_noticing_as_referrals_come_over_the_year) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.noticing.month_size = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 1.0) << "the rate itself stays";
  const TimeChange& time = small.authority.times.noticing;
  EXPECT_NEAR(time.speed(4.5 * days_per_year / 12), 0.86, 1e-9) << "August, from 1 April";
  EXPECT_NEAR(time.between(0.0, days_per_year) / days_per_year, 1.0, 0.005);
}

TEST(AFamilyThatAsks, and_is_offered_nothing_loses_trust) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.noticing.health = 0;
  p.noticing.family_itself = 1;
  p.trust.loss_refused = 1;
  p.awareness.families_know = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  be_noticed(small.world, family);
  EXPECT_EQ(small.world.family(family).trust, 1);
}

TEST(Incident, of_a_family_without_a_statutory_case_is_a_referral_by_the_police) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::two, AcuteConcern::serious);
  report_incident(small.world, family);
  EXPECT_EQ(small.diary.of(HappeningKind::referral).at(0).route, NoticeRoute::police);
}

TEST(Incident, of_a_child_in_need_is_an_enquiry_if_it_is_serious) {
  for (const AcuteConcern concern : {AcuteConcern::moderate, AcuteConcern::serious}) {
    SmallWorld small(quiet_authority());
    const FamilySlot family = small.new_family(1, NeglectLevel::four, concern);
    small.open_statutory(family, ServiceTier::child_in_need);
    report_incident(small.world, family);
    EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
    EXPECT_EQ(small.diary.count(HappeningKind::enquiry_started),
              concern == AcuteConcern::serious ? 1u : 0u);
  }
}

TEST(Attention, after_a_referral_and_after_help_are_both_felt_and_end_by_themselves) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  p.noticing.by_level = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  draw_attention(small.world, family, Attention::after_referral, 3, 39);
  small.live_until(10 * 7);
  draw_attention(small.world, family, Attention::after_help, 1.000001, 26);
  EXPECT_NEAR(small.yearly(family, FamilyClock::noticed), 3, 1e-4) << "a slight one takes nothing";
  draw_attention(small.world, family, Attention::after_help, 1.5, 26);
  EXPECT_NEAR(small.yearly(family, FamilyClock::noticed), 4.5, 1e-6);
  end_attention(small.world, family, Attention::after_referral);
  EXPECT_NEAR(small.yearly(family, FamilyClock::noticed), 1.5, 1e-6);
  small.live_until(36 * 7 + 1);
  EXPECT_NEAR(small.yearly(family, FamilyClock::noticed), 1, 1e-6);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

}  // namespace
}  // namespace stepdown
