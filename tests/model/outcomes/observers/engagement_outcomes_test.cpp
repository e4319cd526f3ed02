#include "model/outcomes/observers/engagement_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

/// Tells the measures of taking up early help what families do.
class Engagement : public testing::Test {
 protected:
  void tell(HappeningKind kind, ClosingReason reason, ServiceTier tier = targeted) {
    outcomes_.saw({.kind = kind, .day = 1, .slot = 0, .tier = tier, .reason = reason}, day_0_);
  }
  void ends(ClosingReason reason, ServiceTier tier = targeted) {
    tell(HappeningKind::help_ended, reason, tier);
  }
  double value(std::string_view name) const { return outcomes_.value(name, day_0_); }

  ModelParameters parameters_ = quiet_authority();
  Authority day_0_{RunKey{}};
  ObservedOutcomes outcomes_{engagement_outcomes(), {parameters_, day_0_, 730.5, 2}};
};

TEST_F(Engagement, is_refused_or_accepted_and_may_be_given_up_while_waiting) {
  EXPECT_TRUE(std::isnan(value("early_help_refused")));
  tell(HappeningKind::offer_declined, ClosingReason::none);
  tell(HappeningKind::offer_accepted, ClosingReason::none);
  tell(HappeningKind::offer_accepted, ClosingReason::none, ServiceTier::community_early_help);
  tell(HappeningKind::offer_accepted, ClosingReason::none);
  tell(HappeningKind::waiting_ended, ClosingReason::none);
  tell(HappeningKind::waiting_ended, ClosingReason::none, ServiceTier::community_early_help);
  tell(HappeningKind::waiting_ended, ClosingReason::stepped_up);
  tell(HappeningKind::waiting_ended, ClosingReason::dropped_out);
  EXPECT_EQ(value("early_help_refused"), 25.0) << "of offers, not of those who step up to it";
  EXPECT_EQ(value("early_help_given_up"), 25.0);
}

TEST_F(Engagement, ends_as_planned_by_whatever_policy_is_in_force) {
  for (const ClosingReason reason :
       {ClosingReason::good_review, ClosingReason::time_limit, ClosingReason::sustained_progress,
        ClosingReason::taper_completed, ClosingReason::stepped_down}) {
    ends(reason);
    EXPECT_EQ(value("early_help_ended_as_planned"), 100.0);
  }
}

TEST_F(Engagement, ends_otherwise_when_the_family_goes_or_needs_more) {
  ends(ClosingReason::good_review);
  ends(ClosingReason::left_early);
  ends(ClosingReason::lost_at_handover);
  ends(ClosingReason::stepped_up, ServiceTier::community_early_help);
  ends(ClosingReason::came_into_care);
  EXPECT_EQ(value("early_help_ended_as_planned"), 20.0);
  EXPECT_EQ(value("early_help_left_early"), 40.0);
  EXPECT_EQ(value("early_help_stepped_up"), 20.0);
}

TEST_F(Engagement, is_not_judged_by_families_who_move_or_by_statutory_help) {
  ends(ClosingReason::good_review);
  ends(ClosingReason::left_population);
  ends(ClosingReason::stepped_up, in_need);
  tell(HappeningKind::offer_declined, ClosingReason::declined, in_need);
  tell(HappeningKind::offer_accepted, ClosingReason::none);
  EXPECT_EQ(value("early_help_ended_as_planned"), 100.0);
  EXPECT_EQ(value("early_help_refused"), 0.0);
}

}  // namespace
}  // namespace stepdown
