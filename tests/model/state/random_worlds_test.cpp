#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/outcomes/observer.h"
#include "model/replication.h"
#include "model/state/accounts.h"
#include "tests/fixtures/random_settings.h"

namespace stepdown {
namespace {

/// Looks at all accounts every few days of the horizon.
class Auditing : public Observer {
 public:
  double looks_at() const override { return next_; }
  void look(const Authority& authority) override {
    if (faults.empty()) {
      for (const std::string& fault : broken_accounts(authority)) {
        faults.push_back("day " + std::to_string(authority.now) + ": " + fault);
      }
    }
    next_ = authority.now + 5.3;
  }

  std::vector<std::string> faults;

 private:
  double next_ = 0.0;
};

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
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorlds, testing::Range(0U, 40U));

}  // namespace
}  // namespace stepdown
