#include "model/outcomes/observers/protection_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(Protection, is_told_in_children_and_in_parts_of_the_step_before) {
  const ModelParameters p = quiet_authority();
  const Authority day_0{RunKey{}};
  const auto observer = protection_outcomes().observe({p, day_0, 730.5, 2});
  EXPECT_TRUE(std::isnan(observer->run_values(day_0)[1])) << "no referrals, no share of them";
  const auto tell = [&](HappeningKind kind, int children, int repeats = 0) {
    observer->saw({.kind = kind, .day = 1, .slot = 0, .children = children, .repeats = repeats},
                  day_0);
  };
  tell(HappeningKind::referral, 15);
  tell(HappeningKind::outside_referral, 1);
  tell(HappeningKind::enquiry_started, 8);
  tell(HappeningKind::conference_held, 5);
  tell(HappeningKind::plan_started, 3, 1);
  tell(HappeningKind::plan_started, 1, 1);
  observer->month_ended(day_0, 0);
  tell(HappeningKind::plan_started, 1);
  observer->month_ended(day_0, 1);
  const std::vector<double> expected = {4, 50, 62.5, 100, 40};
  EXPECT_EQ(observer->run_values(day_0), expected);
  EXPECT_EQ(observer->monthly_values(), (std::vector<double>{2, 0}));
}

}  // namespace
}  // namespace stepdown
