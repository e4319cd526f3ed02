#include "model/processes/policy_change.h"

#include <gtest/gtest.h>

#include <set>
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
    if (open.stage == CaseStage::waiting) {
      EXPECT_FALSE(open.has(CaseDate::review)) << "nobody looks at lists here";
    } else if (open.stage == CaseStage::helped) {
      EXPECT_TRUE(open.has(CaseDate::review));
      if (closes_by_policy(open.tier)) {
        EXPECT_EQ(open.has(CaseDate::time_limit),
                  p_.closure[row_of(open.tier) - 1].policy == ClosurePolicy::time_limited);
      }
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
  const Families& families = authority.families;
  ASSERT_EQ(families.slots(), before.families.slots());
  for (FamilySlot slot = 0; slot < before.families.slots(); ++slot) {
    EXPECT_EQ(authority.calendar.time_of(slot), before.calendar.time_of(slot));
    EXPECT_EQ(families.case_of(slot).dates, before.families.case_of(slot).dates);
    for (std::size_t clock = 0; clock < family_clocks; ++clock) {
      EXPECT_EQ(families.family(slot).clocks.rate(static_cast<FamilyClock>(clock)),
                before.families.family(slot).clocks.rate(static_cast<FamilyClock>(clock)));
    }
  }
  for (std::uint32_t post = 0; post < before.posts.size(); ++post) {
    EXPECT_EQ(authority.posts.time_of(post), before.posts.time_of(post));
  }
}

TEST(ANewTimeLimit, counts_from_the_day_of_the_change_the_part_that_is_left_of_it) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(28);
  p = with_closure(p, ClosurePolicy::time_limited);
  p.closure[row_of(targeted) - 1].time_limit_weeks = 10;
  small.adopt(p);
  EXPECT_DOUBLE_EQ(small.case_of(family).date(CaseDate::time_limit), 70.0) << "begun 28 days ago";
  small.adopt(with_closure(p, ClosurePolicy::abrupt));
  EXPECT_FALSE(small.case_of(family).has(CaseDate::time_limit));
}

TEST(ANewTimeLimit, ends_help_that_is_older_than_it_on_different_days) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  std::vector<FamilySlot> families;
  for (int i = 0; i < 10; ++i) {
    families.push_back(small.new_family(1, NeglectLevel::three));
    small.seek(families.back(), targeted);
  }
  small.live_until(100);
  p = with_closure(p, ClosurePolicy::time_limited);
  p.closure[row_of(targeted) - 1].time_limit_weeks = 10;
  small.adopt(p);
  std::set<double> days;
  for (const FamilySlot family : families) {
    const double day = small.case_of(family).date(CaseDate::time_limit);
    EXPECT_GT(day, 100.0);
    EXPECT_LE(day, 170.0);
    days.insert(day);
  }
  EXPECT_EQ(days.size(), families.size());
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

TEST(MorePosts, help_those_who_wait_once_somebody_has_been_found) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(30);
  p.workforce.additional_key_workers = 1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::waiting);
  const Worker& post = small.team(targeted).worker(0);
  EXPECT_EQ(post.staffing, Staffing::vacant);
  const double found = post.next_change;
  EXPECT_GT(found, 30.0);
  small.live_until(found + 1e-6);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_DOUBLE_EQ(small.diary.of(HappeningKind::waiting_ended).at(0).days, found);
}

TEST(MoreVolunteers, help_those_who_wait_at_once) {
  ModelParameters p = quiet_authority();
  p.workforce.community_workers_per_10000 = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, ServiceTier::community_early_help);
  p.workforce.volunteers = 1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
}

TEST(FewerPosts, hand_their_families_over_to_colleagues) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  SmallWorld small(p);
  const FamilySlot stays = small.new_family(1, NeglectLevel::three);
  const FamilySlot moves = small.new_family(1, NeglectLevel::three);
  small.seek(stays, targeted);
  small.seek(moves, targeted);
  EXPECT_EQ(small.case_of(moves).worker, 1u);
  p.workforce.additional_key_workers = -1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(stays).worker, 0u);
  EXPECT_EQ(small.case_of(moves).worker, 0u);
  EXPECT_EQ(small.team(targeted).worker(1).staffing, Staffing::closed);
  EXPECT_EQ(small.diary.of(HappeningKind::worker_changed).at(0).slot, moves);
  EXPECT_EQ(small.team(targeted).in_post(), 1u);
}

TEST(FewerPosts, close_vacant_ones_first) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  SmallWorld small(p);
  p.workforce.additional_key_workers = 1;
  small.adopt(p);
  p.workforce.additional_key_workers = 0;
  small.adopt(p);
  EXPECT_EQ(small.team(targeted).in_post(), 2u);
  EXPECT_EQ(small.authority.doings.vacant_posts.count(), 0);
}

TEST(ANewOrderOfTheList, holds_for_those_who_wait_already) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  SmallWorld small(p);
  const FamilySlot early = small.new_family(1, NeglectLevel::three);
  small.seek(early, targeted);
  small.live_until(10);
  const FamilySlot severe = small.new_family(1, NeglectLevel::five);
  small.seek(severe, targeted);
  EXPECT_EQ(small.list(targeted).first(), early);
  p.waiting.discipline = Discipline::by_level;
  small.adopt(p);
  EXPECT_EQ(small.list(targeted).first(), severe);
  EXPECT_DOUBLE_EQ(small.list(targeted).integral(), 10.0);
  p.waiting.discipline = Discipline::first_come;
  small.adopt(p);
  EXPECT_EQ(small.list(targeted).first(), early);
}

TEST(SupportWhileWaiting, begins_and_ends_for_those_who_wait_already) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 1;
  SmallWorld small(p);
  small.seek(small.new_family(1, NeglectLevel::three), targeted);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).worker, nobody);
  p.waiting.interim_support = 0.5;
  p.waiting.interim_place = 0.1;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).worker, 0u);
  EXPECT_EQ(small.team(targeted).load(0), 1200);
  p.waiting.interim_support = 0;
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).worker, nobody);
  EXPECT_EQ(small.team(targeted).load(0), 1000);
}

TEST(AShock, stretches_the_time_that_is_left_of_clocks_from_its_month_on) {
  ModelParameters p = quiet_authority();
  p.need.worsening = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  const double before = small.authority.calendar.time_of(family);
  p.shock[static_cast<std::size_t>(Shock::cost_of_living)] = {
      .size = 0.5, .from_month = 0, .rise_months = 0, .lasts_months = 600};
  p.horizon.years = 60;
  small.adopt(p);
  EXPECT_NEAR(small.authority.calendar.time_of(family), std::min(2 * before, 5 * days_per_year),
              1e-6);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5) << "the rate itself stays";
}

TEST(APolicyOfALaterMonth, leaves_the_time_before_it_as_it_was) {
  ModelParameters base = small_authority();
  base.horizon.years = 2;
  ModelParameters later = with_closure(base, ClosurePolicy::tapered);
  later.policy.from_month = 12;
  const Authority day_0 = after_warm_up(base, {13, 0});
  const auto lived = [&](const ModelParameters& policy) {
    Authority authority = day_0;
    Diary diary;
    Observers observers;
    observers.add(diary);
    live_through_horizon(authority, base, policy, observers);
    return diary;
  };
  const Diary unchanged = lived(base);
  const Diary changed = lived(later);
  const auto in_the_first_year = [](const Diary& diary) {
    std::vector<double> days;
    for (const Happening& happening : diary.all()) {
      if (happening.day < days_per_year) {
        days.push_back(happening.day);
      }
    }
    return days;
  };
  EXPECT_EQ(in_the_first_year(unchanged), in_the_first_year(changed));
  ASSERT_GT(changed.count(HappeningKind::taper_started), 0u);
  EXPECT_GE(changed.of(HappeningKind::taper_started).front().day, days_per_year);
}

TEST(UniversalParenting, reaches_more_families_and_never_other_ones) {
  ModelParameters p = quiet_authority();
  p.need.universal_parenting = 0.4;
  SmallWorld small(p);
  std::vector<bool> before;
  for (int i = 0; i < 100; ++i) {
    small.new_family();
  }
  small.adopt(p);
  for (FamilySlot slot = 0; slot < 100; ++slot) {
    before.push_back(small.world.family(slot).classes);
  }
  EXPECT_NEAR(static_cast<double>(std::ranges::count(before, true)), 40.0, 30.0);
  p.need.universal_parenting = 0.8;
  small.adopt(p);
  for (FamilySlot slot = 0; slot < 100; ++slot) {
    EXPECT_TRUE(!before[slot] || small.world.family(slot).classes);
  }
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

}  // namespace
}  // namespace stepdown
