#include "model/processes/household.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

double children_at_home(const Authority& authority) {
  double children = 0;
  for (int level = 1; level <= neglect_levels; ++level) {
    children += static_cast<double>(authority.stocks.children_at(static_cast<NeglectLevel>(level)));
  }
  return children;
}

// Families come at random, with 1.7 children at a time on average: 8,000 children vary by about
// 130, and six times that is 10%.
TEST(Population, begins_and_stays_in_balance) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.horizon.warm_up_years = 0;
  Authority authority = after_warm_up(p, {5, 0});
  EXPECT_NEAR(children_at_home(authority) / 8000, 1.0, 0.1);
  p.horizon.years = 20;
  const Observers nobody_watches;
  live_through_horizon(authority, p, p, nobody_watches);
  EXPECT_NEAR(children_at_home(authority) / 8000, 1.0, 0.1);
}

TEST(Population, has_the_families_sizes_that_its_shares_say) {
  ModelParameters p = quiet_authority();
  p.population.children = 4000;
  p.population.share_one_child = 0;
  p.population.share_two_children = 0;
  p.population.share_three_children = 1;
  p.horizon.warm_up_years = 0;
  const Authority authority = after_warm_up(p, {5, 0});
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    const auto& born = authority.families.family(slot).born;
    EXPECT_TRUE(born[2].is_set());
    EXPECT_FALSE(born[3].is_set());
    const double interval = born[1].in_days() - born[0].in_days();
    EXPECT_GE(interval, 0.5 * 3 * days_per_year - 1.0) << "to the day";
    EXPECT_LE(interval, 1.5 * 3 * days_per_year + 1.0);
  }
}

// A family is met in proportion to how long it stays: those who ever have one child for 18 years,
// with each further child 3 years longer. Of 4,600 families the share varies by 0.0064.
TEST(Population, has_more_of_the_families_that_stay_longer) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.population.share_one_child = 0.3;
  p.population.share_two_children = 0.45;
  p.population.share_three_children = 0.18;
  p.population.birth_interval_years = 3;
  p.horizon.warm_up_years = 0;
  const Authority authority = after_warm_up(p, {5, 0});
  int with_one_child = 0;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    with_one_child += authority.families.family(slot).born[1].is_set() ? 0 : 1;
  }
  const double stays = 0.3 * 18 + 0.45 * 21 + 0.18 * 24 + 0.07 * 27;
  EXPECT_NEAR(with_one_child / static_cast<double>(authority.families.size()), 0.3 * 18 / stays,
              0.035);
}

TEST(Population, of_a_hundred_children_lives_through_everything) {
  ModelParameters p = small_authority();
  p.population.children = 100;
  p.workforce.social_workers = 1;
  for (std::uint32_t run = 0; run < 20; ++run) {
    const Replication replication(p, {1, run});
    EXPECT_EQ(replication.under(p).of_run.size(), run_measures().size());
  }
}

TEST(Children, are_born_turn_18_and_leave_and_the_family_leaves_with_the_last) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.world.family(family).born[1] = WholeDay::of(1000);
  small.world.family(family).clocks.set_timer(FamilyTimer::household, 1000);
  small.world.reschedule(family);
  small.live_until(1000.5);
  EXPECT_EQ(small.world.family(family).at_home, 0b11) << "the second child is born";
  small.live_until(18 * days_per_year + 1);
  EXPECT_EQ(small.world.family(family).at_home, 0b10);
  EXPECT_TRUE(small.authority.families.is_here(family));
  small.live_until(18 * days_per_year + 1001);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(children_at_home(small.authority), 0.0);
  EXPECT_EQ(small.diary.count(HappeningKind::family_left), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::child_turned_18), 2u);
}

TEST(Children, grow_out_of_the_ages_that_routes_and_worsening_look_at) {
  SmallWorld small(quiet_authority());
  const FamilySlot slot = small.new_family(1);
  const Family& family = small.world.family(slot);
  EXPECT_EQ(family.stage, FamilyStage::under_5);
  small.live_until(5 * days_per_year + 1);
  EXPECT_EQ(family.stage, FamilyStage::from_5_to_10);
  EXPECT_FALSE(family.has_under_5);
  EXPECT_TRUE(family.has_over_5);
  small.live_until(11 * days_per_year + 1);
  EXPECT_EQ(family.stage, FamilyStage::over_10);
}

TEST(Children, change_school_at_five_and_at_eleven) {
  ModelParameters p = quiet_authority();
  p.need.school_change = 1;
  SmallWorld small(p);
  const FamilySlot slot = small.new_family(1, NeglectLevel::one);
  small.live_until(5 * days_per_year);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::one);
  small.live_until(5 * days_per_year + 1);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::two);
  small.live_until(11 * days_per_year + 1);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::three);
  small.live_until(17 * days_per_year);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::three);
}

TEST(Family, that_moves_away_leaves_all_services_on_that_day) {
  ModelParameters p = quiet_authority();
  p.help[row_of(ServiceTier::child_in_need)].review_weeks = 52;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  small.world.family(family).moves_away = WholeDay::of(100);
  set_at_home(small.world, family, 0b11);
  small.world.reschedule(family);
  small.live_until(100);
  EXPECT_TRUE(small.authority.families.is_here(family));
  small.live_until(101);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.team(ServiceTier::child_in_need).total_load(), 0);
  EXPECT_EQ(small.diary.count(HappeningKind::episode_ended, ClosingReason::left_population), 2u);
}

TEST(Family, that_moves_away_takes_its_children_out_of_care) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::looked_after);
  leave(small.world, family);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.authority.stocks.helped[row_of(ServiceTier::looked_after)].count(), 0);
  EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), 0);
}

TEST(Family, that_leaves_gives_back_its_place_and_its_place_on_the_list) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::sustained);
  p.help[row_of(ServiceTier::targeted_early_help)].reviews_without_progress = 50;
  p.caseload.key_worker_cap = 1;
  SmallWorld small(p);
  const FamilySlot helped = small.new_family(1, NeglectLevel::three);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  small.seek(helped, ServiceTier::targeted_early_help);
  small.seek(waiting, ServiceTier::targeted_early_help);
  leave(small.world, waiting);
  EXPECT_EQ(small.list(ServiceTier::targeted_early_help).length(), 0);
  leave(small.world, helped);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 0);
  EXPECT_EQ(small.authority.calendar.earliest().time, no_day);
}

/// Moves away and in, and with what need those come who move in.
class Moves : public Observer {
 public:
  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::family_arrived, HappeningKind::family_left};
  }
  void saw(const Happening& h, const Authority& authority) override {
    const Family& family = authority.families.family(h.slot);
    if (h.kind == HappeningKind::family_left) {
      away += family.moves_away.in_days() <= h.day ? 1 : 0;
    } else if (h.repeats == 1) {
      ++in;
      in_need += family.level >= NeglectLevel::three ? 1 : 0;
    }
  }
  int away = 0;
  int in = 0;
  int in_need = 0;
};

// Of 4,600 families with 0.1 moves a year over ten years 4,600 are expected each way, with a
// standard deviation of 68.
TEST(Moves, are_as_many_in_as_away_and_leave_the_population_in_balance) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.population.moves_away = 0.1;
  p.horizon.warm_up_years = 0;
  p.horizon.years = 10;
  Authority authority = after_warm_up(p, {5, 0});
  const double families = static_cast<double>(authority.families.size());
  Moves moves;
  Observers observers;
  observers.add(moves);
  live_through_horizon(authority, p, p, observers);
  EXPECT_NEAR(moves.away / families, 1.0, 0.1);
  EXPECT_NEAR(moves.in / families, 1.0, 0.1);
  EXPECT_NEAR(children_at_home(authority) / 8000, 1.0, 0.1);
}

// A quarter of average families is at level 3 or worse where worsening and easing balance at 1:1.
TEST(Moves, bring_families_with_the_need_of_families_never_helped) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.population.moves_away = 0.2;
  p.need.vulnerability_shape = 1000;
  p.need.own_capacity = 0;
  p.need.worsening = p.need.easing = 0.5;
  p.need.worsening_by_level = p.need.easing_by_level = 1;
  p.horizon.warm_up_years = 0;
  p.horizon.years = 2;
  Authority authority = after_warm_up(p, {5, 0});
  Moves moves;
  Observers observers;
  observers.add(moves);
  live_through_horizon(authority, p, p, observers);
  EXPECT_GT(moves.in, 1000);
  EXPECT_NEAR(moves.in_need / static_cast<double>(moves.in), 0.6, 0.07);
}

TEST(Newcomers, have_a_character_of_their_own_from_the_shares_of_the_place) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.population.quintile_shares = {0.1, 0.1, 0.1, 0.1, 0.6};
  p.need.inherited_share = 0.3;
  p.trust.start = 0.25;
  p.horizon.warm_up_years = 0;
  const Authority authority = after_warm_up(p, {5, 0});
  double deprived = 0;
  double inherited = 0;
  double trust = 0;
  const auto families = static_cast<double>(authority.families.size());
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    const Family& family = authority.families.family(slot);
    deprived += (family.area == 4 ? 1.0 : 0.0) / families;
    inherited += (family.parents_neglected ? 1.0 : 0.0) / families;
    trust += family.trust / families;
  }
  EXPECT_NEAR(deprived, 0.6, 0.045);
  EXPECT_NEAR(inherited, 0.3, 0.04);
  EXPECT_NEAR(trust, 1.0, 0.08);
}

/// The id, day and row of every arrival and departure.
class Comings : public Observer {
 public:
  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::family_arrived, HappeningKind::family_left};
  }
  void saw(const Happening& h, const Authority& authority) override {
    seen.push_back({h.day, static_cast<double>(authority.families.family(h.slot).id),
                    static_cast<double>(h.slot), static_cast<double>(h.kind)});
  }
  std::vector<std::vector<double>> seen;
};

TEST(Arrivals, know_nothing_of_policies) {
  const ModelParameters base =
      with_nobody_in_care(small_authority());  // who may stay away for good
  const Authority day_0 = after_warm_up(base, {9, 0});
  std::vector<std::vector<std::vector<double>>> comings;
  for (const ClosurePolicy policy :
       {ClosurePolicy::abrupt, ClosurePolicy::tapered, ClosurePolicy::time_limited}) {
    ModelParameters p = with_closure(base, policy);
    if (policy == ClosurePolicy::tapered) {
      p = with_unlimited_places(p);
    }
    Authority authority = day_0;
    Comings watched;
    Observers observers;
    observers.add(watched);
    live_through_horizon(authority, p, p, observers);
    comings.push_back(watched.seen);
  }
  EXPECT_GT(comings[0].size(), 100u);
  EXPECT_EQ(comings[0], comings[1]);
  EXPECT_EQ(comings[0], comings[2]);
}

}  // namespace
}  // namespace stepdown
