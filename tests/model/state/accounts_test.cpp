#include "model/state/accounts.h"

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

/// Looks at the accounts at the end of every month, and adds up every wait inside the window.
class Bookkeeper : public Observer {
 public:
  explicit Bookkeeper(const Authority& day_0) {
    for (std::size_t list = 0; list < 2; ++list) {
      before_[list] = day_0.early_help_lists[list].integral();
    }
    for (FamilySlot slot = 0; slot < day_0.families.slots(); ++slot) {
      if (day_0.families.is_here(slot) &&
          day_0.families.case_of(slot).stage == CaseStage::waiting) {
        joined_[slot] = 0.0;
      }
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::waiting_started, HappeningKind::waiting_ended,
            HappeningKind::help_started, HappeningKind::help_ended};
  }

  void saw(const Happening& happening, const Authority&) override {
    const std::size_t tier = row_of(happening.tier);
    switch (happening.kind) {
      case HappeningKind::waiting_started:
        joined_[happening.slot] = happening.day;
        break;
      case HappeningKind::waiting_ended:
        if (const auto joined = joined_.find(happening.slot); joined != joined_.end()) {
          waited_[tier - 1] += happening.day - joined->second;
          joined_.erase(joined);
        }
        break;
      case HappeningKind::help_started:
        starts_[tier] += happening.children;
        break;
      default:
        ends_[tier] += happening.children;
        break;
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    for (const std::string& fault : broken_accounts(authority)) {
      ADD_FAILURE() << "day " << authority.now << ": " << fault;
    }
  }

  std::array<double, 2> before_{};
  std::map<FamilySlot, double> joined_;
  std::array<double, 2> waited_{};
  std::array<long, service_tiers> starts_{};
  std::array<long, service_tiers> ends_{};
};

class Accounts : public testing::TestWithParam<ClosurePolicy> {};

TEST_P(Accounts, balance_in_every_month_and_lists_integrate_to_the_waits_of_families) {
  const ModelParameters p = small_town(GetParam());
  const Authority day_0 = after_warm_up(p, {11, 0});
  EXPECT_TRUE(broken_accounts(day_0).empty());
  Authority authority = day_0;
  Bookkeeper bookkeeper(day_0);
  Observers observers;
  observers.add(bookkeeper);
  live_through_horizon(authority, p, observers);
  for (std::size_t list = 0; list < 2; ++list) {
    double waited = bookkeeper.waited_[list];
    for (const auto& [slot, joined] : bookkeeper.joined_) {
      if (row_of(authority.families.case_of(slot).tier) == list + 1) {
        waited += authority.now - joined;
      }
    }
    const double integral = authority.early_help_lists[list].integral() - bookkeeper.before_[list];
    EXPECT_GT(waited, 0.0);
    EXPECT_NEAR(integral / waited, 1.0, 1e-9);
  }
  for (std::size_t tier = 1; tier < service_tiers; ++tier) {
    const auto change = authority.stocks.helped[tier].count() - day_0.stocks.helped[tier].count();
    EXPECT_EQ(change, bookkeeper.starts_[tier] - bookkeeper.ends_[tier]);
    EXPECT_GT(bookkeeper.starts_[tier], 0);
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
  authority.teams[2].take_outside(0, authority.now);
  EXPECT_GT(broken_accounts(authority).size(), 1u);
}

}  // namespace
}  // namespace stepdown
