#include "model/processes/arrivals.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

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
