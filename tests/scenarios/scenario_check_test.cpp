#include "scenarios/scenario_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(CheckTogether, has_nothing_against_the_registry) {
  EXPECT_THAT(checked_together({}), IsEmpty());
}

TEST(CheckTogether, finds_what_is_wrong_in_every_field_at_once) {
  EXPECT_THAT(
      checked_together({"closure.child_in_need.policy=tapered",
                        "closure.child_in_need.contact_weeks=40", "population.share_one_child=0.9",
                        "threshold.good_review=4", "policy.from_month=120",
                        "workforce.additional_social_workers=-200", "consent.recontact_weeks=4"}),
      SizeIs(6));
}

}  // namespace
}  // namespace stepdown
