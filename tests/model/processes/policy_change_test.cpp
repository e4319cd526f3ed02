#include "model/processes/policy_change.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "model/processes/closing.h"
#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// Looks every month for families who could never leave where they are.
class Stuck : public Observer {
 public:
  explicit Stuck(const ModelParameters& in_force) : p_(in_force) {}

  void month_ended(const Authority& authority, std::size_t) override {
    for (const std::string& fault : broken_accounts(authority)) {
      ADD_FAILURE() << "day " << authority.now << ": " << fault;
    }
    for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
      if (authority.families.is_here(slot)) {
        look_at(authority.families.case_of(slot));
      }
    }
  }

 private:
  void look_at(const Case& open) const {
    switch (open.stage) {
      case CaseStage::none:
      case CaseStage::waiting:
        EXPECT_EQ(open.next_date(), no_day) << "a date that nothing waits for";
        break;
      case CaseStage::unallocated:
        EXPECT_TRUE(open.has(CaseDate::review));
        break;
      case CaseStage::assessment:
        EXPECT_LT(open.next_date(), no_day);
        break;
      case CaseStage::tapering:
        EXPECT_TRUE(open.has(CaseDate::taper_step_ends) && open.has(CaseDate::contact));
        break;
      case CaseStage::helped:
        EXPECT_TRUE(open.tier == ServiceTier::looked_after || open.has(CaseDate::review));
        if (closes_by_policy(open.tier)) {
          EXPECT_EQ(open.has(CaseDate::time_limit),
                    p_.closure[row_of(open.tier) - 1].policy == ClosurePolicy::time_limited);
        }
        break;
    }
  }

  const ModelParameters& p_;
};

class PolicyChange
    : public testing::TestWithParam<std::tuple<ClosurePolicy, ClosurePolicy, Overload>> {};

TEST_P(PolicyChange, on_day_0_leaves_no_family_stuck_and_no_account_unbalanced) {
  const auto [before, after, overload] = GetParam();
  ModelParameters base = with_closure(small_authority(), before);
  base.horizon.years = 2;
  ModelParameters changed = with_closure(base, after);
  changed.caseload.overload = overload;
  changed.caseload.key_worker_cap = 2;
  changed.caseload.dilution = 1;
  changed.workforce.additional_social_workers = -1;
  Authority authority = after_warm_up(base, {13, 0});
  Stuck stuck(changed);
  Observers observers;
  observers.add(stuck);
  live_through_horizon(authority, base, changed, observers);
}

INSTANTIATE_TEST_SUITE_P(
    FromEachToEach, PolicyChange,
    testing::Combine(testing::Values(ClosurePolicy::abrupt, ClosurePolicy::time_limited,
                                     ClosurePolicy::sustained, ClosurePolicy::tapered,
                                     ClosurePolicy::step_down),
                     testing::Values(ClosurePolicy::abrupt, ClosurePolicy::time_limited,
                                     ClosurePolicy::sustained, ClosurePolicy::tapered,
                                     ClosurePolicy::step_down),
                     testing::Values(Overload::wait, Overload::stretch)),
    [](const auto& of) {
      const auto name = [](ClosurePolicy policy) {
        return std::string(closure_policy_names[static_cast<std::size_t>(policy)]);
      };
      return name(std::get<0>(of.param)) + "_to_" + name(std::get<1>(of.param)) + "_" +
             std::string(overload_names[static_cast<std::size_t>(std::get<2>(of.param))]);
    });

TEST(AdoptingAPolicy, that_is_in_force_already_changes_no_date_and_no_rate) {
  const ModelParameters p = with_closure(small_authority(), ClosurePolicy::time_limited);
  Authority authority = after_warm_up(p, {2, 0});
  const Authority before = authority;
  const Rules rules(p);
  const Observers nobody_watches;
  World world{authority, rules, nobody_watches};
  adopt_policy(world);
  adopt_policy(world);
  ASSERT_EQ(authority.families.slots(), before.families.slots());
  for (FamilySlot slot = 0; slot < before.families.slots(); ++slot) {
    EXPECT_EQ(authority.calendar.time_of(slot), before.calendar.time_of(slot));
    EXPECT_EQ(authority.families.case_of(slot).dates, before.families.case_of(slot).dates);
    for (std::size_t clock = 0; clock < family_clocks; ++clock) {
      EXPECT_EQ(authority.families.family(slot).clocks.rate(static_cast<FamilyClock>(clock)),
                before.families.family(slot).clocks.rate(static_cast<FamilyClock>(clock)));
    }
  }
}

TEST(ANewTimeLimit, counts_from_the_day_of_the_change) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(100);
  p = with_closure(p, ClosurePolicy::time_limited);
  p.closure[row_of(targeted) - 1].time_limit_weeks = 10;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).date(CaseDate::time_limit), 170.0);
  small.adopt(with_closure(p, ClosurePolicy::abrupt));
  EXPECT_FALSE(small.case_of(family).has(CaseDate::time_limit));
}

TEST(ANewTimeLimit, holds_for_a_tapering_family_whose_relapse_is_seen) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::tapered);
  p.taper_detection.relapse_seen = 1;
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, {.good = true, .good_in_a_row = 1}, 2.0);
  p = with_closure(p, ClosurePolicy::time_limited);
  p.closure[row_of(targeted) - 1].time_limit_weeks = 10;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::tapering) << "the taper goes on";
  small.set_need(family, NeglectLevel::five);
  small.live_until(3 * 7 + 1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  small.live_until(13 * 7 + 1);
  EXPECT_FALSE(small.case_of(family).is_open());
}

TEST(MorePosts, help_those_who_wait_at_once) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(30);
  p.workforce.additional_key_workers = 1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.of(HappeningKind::waiting_ended).at(0).days, 30.0);
}

TEST(MorePosts, give_a_worker_to_plans_that_had_none) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 0;
  p.need.worsening = 1;
  p.help[row_of(ServiceTier::child_protection)].worsening = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_protection);
  p.workforce.additional_social_workers = 1;
  small.adopt(p);
  EXPECT_EQ(small.team(ServiceTier::child_protection).load(0), 2 * one_place);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5);
}

TEST(ALowerCap, spreads_help_thinly_and_ends_nobodys_help) {
  ModelParameters p = quiet_authority();
  p.need.worsening = 1;
  p.caseload.dilution = 1;
  p.help[row_of(targeted)].worsening = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(4, NeglectLevel::three);
  small.seek(family, targeted);
  p.caseload.key_worker_cap = 2;
  small.adopt(p);
  EXPECT_EQ(small.team(targeted).over_cap(), 2 * one_place);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.75);
}

TEST(FewerPosts, leave_families_with_their_worker_but_give_that_worker_no_more) {
  ModelParameters p = quiet_authority();
  SmallWorld small(p);
  const FamilySlot held = small.new_family(1, NeglectLevel::three);
  small.seek(held, targeted);
  p.workforce.additional_key_workers = -1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(held).stage, CaseStage::helped);
  const FamilySlot next = small.new_family(1, NeglectLevel::three);
  small.seek(next, targeted);
  EXPECT_EQ(small.case_of(next).stage, CaseStage::waiting);
}

}  // namespace
}  // namespace stepdown
