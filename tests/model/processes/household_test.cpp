#include "model/processes/household.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

double children_at_home(const Authority& authority) {
  double children = 0;
  for (const Tally& level : authority.stocks.at_level) {
    children += static_cast<double>(level.count());
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
    const auto& children = authority.families.history(slot).children;
    EXPECT_LT(children[2].born, no_day);
    EXPECT_EQ(children[3].born, no_day);
    EXPECT_GE(children[1].born - children[0].born, 0.5 * 3 * days_per_year - 1e-6);
    EXPECT_LE(children[1].born - children[0].born, 1.5 * 3 * days_per_year + 1e-6);
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
    with_one_child += authority.families.history(slot).children[1].born == no_day ? 1 : 0;
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

TEST(Children, turn_18_and_leave_and_the_family_leaves_with_the_last) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.world.history(family).children[1].born = 3 * days_per_year;
  small.authority.stocks.count_need(small.world.family(family), 0.0, -1);
  small.world.family(family).at_home = 0b01;
  small.authority.stocks.count_need(small.world.family(family), 0.0, +1);
  small.world.family(family).clocks.set_timer(FamilyTimer::household, 3 * days_per_year);
  small.world.reschedule(family);
  small.live_until(3 * days_per_year + 1);
  EXPECT_EQ(small.world.family(family).at_home, 0b11) << "the second child is born";
  small.live_until(18 * days_per_year + 1);
  EXPECT_EQ(small.world.family(family).at_home, 0b10);
  EXPECT_TRUE(small.authority.families.is_here(family));
  small.live_until(21 * days_per_year + 1);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(children_at_home(small.authority), 0.0);
  EXPECT_EQ(small.diary.count(HappeningKind::family_left), 1u);
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
  const ModelParameters base = small_authority();
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
