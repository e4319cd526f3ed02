#include "model/state/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "model/outcomes/observer.h"
#include "model/parameters/registry.h"
#include "model/replication.h"

namespace stepdown {
namespace {

ModelParameters small_town(ClosurePolicy policy) {
  ModelParameters p = initial_parameters();
  p.population.children = 3000;
  p.workforce.social_workers = 4;  // too few: over the cap, unallocated, everything happens
  p.workforce.key_workers_per_10000 = 3;
  p.workforce.community_workers_per_10000 = 3;
  p.workforce.front_door_per_10000 = 20;
  p.noticing.rate = 0.2;
  p.need.worsening = 0.8;
  p.caseload.community_worker_cap = 10;
  p.horizon.warm_up_years = 6;
  p.horizon.years = 4;
  for (ClosureParameters& closure : p.closure) {
    closure.policy = policy;
  }
  return p;
}

/// Looks at the accounts at the end of every month, and adds up every wait for early help.
class Bookkeeper : public Observer {
 public:
  explicit Bookkeeper(const Authority& day_0) {
    for (FamilySlot slot = 0; slot < day_0.families.slots(); ++slot) {
      if (day_0.families.is_here(slot) &&
          day_0.families.case_of(slot).stage == CaseStage::waiting) {
        joined_[slot] = 0.0;
      }
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::waiting_started, HappeningKind::waiting_ended};
  }

  void saw(const Happening& happening, const Authority&) override {
    if (happening.kind == HappeningKind::waiting_started) {
      joined_[happening.slot] = happening.day;
    } else if (const auto joined = joined_.find(happening.slot); joined != joined_.end()) {
      waited_[row_of(happening.tier) - 1] += happening.day - joined->second;
      joined_.erase(joined);
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    for (const std::string& fault : broken_accounts(authority)) {
      ADD_FAILURE() << "day " << authority.now << ": " << fault;
    }
  }

  std::map<FamilySlot, double> joined_;
  std::array<double, 2> waited_{};
};

class Accounts : public testing::TestWithParam<ClosurePolicy> {};

TEST_P(Accounts, balance_in_every_month_and_lists_integrate_to_the_waits_of_families) {
  const ModelParameters p = small_town(GetParam());
  const Authority day_0 = after_warm_up(p, {11, 0});
  EXPECT_THAT(broken_accounts(day_0), testing::IsEmpty());
  Authority authority = day_0;
  Bookkeeper bookkeeper(day_0);
  Observers observers;
  observers.add(bookkeeper);
  live_through_horizon(authority, p, p, observers);
  for (std::size_t team = 0; team < 2; ++team) {
    double waited = bookkeeper.waited_[team];
    for (const auto& [slot, joined] : bookkeeper.joined_) {
      if (row_of(authority.families.case_of(slot).tier) == team + 1) {
        waited += authority.now - joined;
      }
    }
    EXPECT_GT(waited, 0.0);
    const double integral = authority.waiting_integral(team) - day_0.waiting_integral(team);
    EXPECT_NEAR(integral / waited, 1.0, 1e-9);
  }
}

INSTANTIATE_TEST_SUITE_P(UnderEveryClosurePolicy, Accounts,
                         testing::Values(ClosurePolicy::abrupt, ClosurePolicy::time_limited,
                                         ClosurePolicy::sustained, ClosurePolicy::tapered,
                                         ClosurePolicy::step_down),
                         [](const auto& of) {
                           return std::string(
                               closure_policy_names[static_cast<std::size_t>(of.param)]);
                         });

TEST(Accounts, that_do_not_add_up_are_named) {
  Authority authority = after_warm_up(small_town(ClosurePolicy::abrupt), {11, 0});
  authority.stocks.unallocated.change(authority.now, 1);
  EXPECT_EQ(broken_accounts(authority).size(), 1u);
  authority.teams[2].change(0, one_place, authority.now);
  EXPECT_GT(broken_accounts(authority).size(), 1u);
}

TEST(Accounts, name_a_worker_who_holds_children_without_being_there_and_posts_miscounted) {
  Authority authority = after_warm_up(small_town(ClosurePolicy::abrupt), {11, 0});
  Team& team = authority.teams[2];
  WorkerId busy = 0;
  while (team.load(busy) == 0) {
    ++busy;
  }
  team.set_takes_part(busy, false);
  team.count_room();
  EXPECT_THAT(broken_accounts(authority),
              testing::ElementsAre(testing::HasSubstr("without being")));
  team.set_takes_part(busy, true);
  team.count_room();
  authority.doings.vacant_posts.change(authority.now, 1);
  EXPECT_THAT(broken_accounts(authority), testing::ElementsAre(testing::HasSubstr("vacant posts")));
  authority.doings.vacant_posts.change(authority.now, -1);
  ++team.worker(busy).load;
  EXPECT_THAT(broken_accounts(authority), testing::Contains(testing::HasSubstr("other room")));
}

TEST(Accounts, name_a_case_that_has_a_worker_and_waits_for_one_and_what_is_miscounted) {
  Authority authority = after_warm_up(small_town(ClosurePolicy::abrupt), {11, 0});
  const Families& families = authority.families;
  FamilySlot waiting = 0;
  while (families.case_of(waiting).stage != CaseStage::unallocated) {
    ASSERT_LT(++waiting, families.slots());
  }
  authority.families.case_of(waiting).worker = 0;
  EXPECT_THAT(broken_accounts(authority),
              testing::Contains(testing::HasSubstr("is unallocated and has a worker")));
  authority.families.case_of(waiting).worker = nobody;
  EXPECT_THAT(broken_accounts(authority), testing::IsEmpty());
  authority.outside.open.change(authority.now, 1);
  EXPECT_THAT(broken_accounts(authority),
              testing::ElementsAre(testing::HasSubstr("open outside cases")));
  authority.outside.open.change(authority.now, -1);
  authority.doings.absent_workers.change(authority.now, 1);
  EXPECT_THAT(broken_accounts(authority),
              testing::ElementsAre(testing::HasSubstr("absent workers")));
}

}  // namespace
}  // namespace stepdown
