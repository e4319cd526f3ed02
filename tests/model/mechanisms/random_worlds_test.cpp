#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/outcomes/observer.h"
#include "model/replication.h"
#include "model/state/accounts.h"
#include "tests/fixtures/random_settings.h"

namespace stepdown {
namespace {

using Counts = std::array<std::int64_t, service_tiers>;

/// Looks at all accounts every few days of the horizon, and keeps its own books of what it is told.
class Auditing : public Observer {
 public:
  std::vector<HappeningKind> wants() const override {
    std::vector<HappeningKind> all;
    for (std::size_t kind = 0; kind < happening_kinds; ++kind) {
      all.push_back(static_cast<HappeningKind>(kind));
    }
    return all;
  }

  void saw(const Happening& happening, const Authority&) override {
    goes_back_in_time |= happening.day < last_;
    last_ = happening.day;
    const std::size_t tier = row_of(happening.tier);
    switch (happening.kind) {
      case HappeningKind::help_started:
        helped[tier] += happening.children;
        break;
      case HappeningKind::help_ended:
        helped[tier] -= happening.children;
        break;
      case HappeningKind::plan_started:
        plans += happening.children;
        break;
      case HappeningKind::plan_ended:
        plans -= happening.children;
        break;
      case HappeningKind::unallocated_started:
        ++unallocated;
        break;
      case HappeningKind::unallocated_ended:
        --unallocated;
        break;
      default:
        break;
    }
  }

  double looks_at() const override { return next_; }
  void look(const Authority& authority) override {
    if (faults.empty()) {
      for (const std::string& fault : broken_accounts(authority)) {
        faults.push_back("day " + std::to_string(authority.now) + ": " + fault);
      }
    }
    next_ = authority.now + 5.3;
  }

  Counts helped{};
  std::int64_t plans = 0;
  std::int64_t unallocated = 0;
  std::vector<std::string> faults;
  bool goes_back_in_time = false;

 private:
  double next_ = 0.0;
  double last_ = 0.0;
};

Counts helped_in(const Authority& authority) {
  Counts counts{};
  for (std::size_t tier = 0; tier < service_tiers; ++tier) {
    counts[tier] = authority.stocks.helped[tier].count();
  }
  return counts;
}

std::int64_t unallocated_in(const Authority& authority) {
  std::int64_t families = 0;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    families += authority.families.is_here(slot) &&
                authority.families.case_of(slot).stage == CaseStage::unallocated;
  }
  return families;
}

class RandomWorlds : public testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomWorlds, keep_their_accounts_under_random_decisions_that_change_at_random) {
  RandomSettings settings(GetParam());
  const ModelParameters before = settings.town();
  const Authority day_0 = after_warm_up(before, {GetParam(), 0});
  EXPECT_THAT(broken_accounts(day_0), testing::IsEmpty());
  for (int policy = 0; policy < 2; ++policy) {
    Authority authority = day_0;
    Auditing auditing;
    Observers observers;
    observers.add(auditing);
    live_through_horizon(authority, before, settings.policy(before), observers);
    EXPECT_THAT(auditing.faults, testing::IsEmpty());
    EXPECT_THAT(broken_accounts(authority), testing::IsEmpty());
    EXPECT_FALSE(auditing.goes_back_in_time);
    Counts helped = helped_in(day_0);
    for (std::size_t tier = 0; tier < service_tiers; ++tier) {
      helped[tier] += auditing.helped[tier];
    }
    EXPECT_EQ(helped, helped_in(authority)) << "starts and ends of help are not all told";
    const std::size_t protection = row_of(ServiceTier::child_protection);
    EXPECT_EQ(auditing.plans, auditing.helped[protection]);
    EXPECT_EQ(unallocated_in(day_0) + auditing.unallocated, unallocated_in(authority));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorlds, testing::Range(0U, 40U));

}  // namespace
}  // namespace stepdown
