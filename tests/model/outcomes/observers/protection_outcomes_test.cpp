#include "model/outcomes/observers/protection_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// Tells the measures of protection what happens over two years.
class Protection : public testing::Test {
 protected:
  void tell(HappeningKind kind, int children, int repeats = 0, bool neglect = false) {
    outcomes_.saw({.kind = kind,
                   .day = 1,
                   .slot = 0,
                   .children = children,
                   .repeats = repeats,
                   .neglect = neglect},
                  day_0_);
  }
  double value(std::string_view name) const { return outcomes_.value(name, day_0_); }

  ModelParameters parameters_ = quiet_authority();
  Authority day_0_{RunKey{}};
  ObservedOutcomes outcomes_{protection_outcomes(), {parameters_, day_0_, 730.5, 2}};
};

TEST_F(Protection, is_told_in_children_and_in_parts_of_the_step_before) {
  EXPECT_TRUE(std::isnan(value("enquiries_per_100_referrals"))) << "no referrals, no share of them";
  tell(HappeningKind::referral, 15);
  tell(HappeningKind::outside_referral, 1);
  tell(HappeningKind::enquiry_started, 8);
  tell(HappeningKind::conference_held, 5);
  tell(HappeningKind::plan_started, 3, 1, true);
  tell(HappeningKind::plan_started, 2, 1);
  EXPECT_EQ(value("enquiries"), 4.0);
  EXPECT_EQ(value("enquiries_per_100_referrals"), 50.0);
  EXPECT_EQ(value("conferences_per_100_enquiries"), 62.5);
  EXPECT_EQ(value("enquiries_without_conference"), 1.5);
  EXPECT_EQ(value("plans_per_100_conferences"), 100.0);
  EXPECT_EQ(value("second_or_subsequent_plan"), 40.0);
  EXPECT_EQ(value("plans_category_neglect"), 60.0);
}

TEST_F(Protection, counts_repeat_plans_month_by_month) {
  tell(HappeningKind::plan_started, 3, 2);
  outcomes_.observer().month_ended(day_0_, 0);
  tell(HappeningKind::plan_started, 1);
  outcomes_.observer().month_ended(day_0_, 1);
  EXPECT_EQ(outcomes_.observer().monthly_values(), (std::vector<double>{2, 0}));
}

}  // namespace
}  // namespace stepdown
