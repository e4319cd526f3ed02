#include "scenarios/closure_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

const std::string closure = "closure.targeted_early_help.";
const std::string tapered = closure + "policy=tapered";

TEST(Closures, have_nothing_against_any_policy_as_it_comes) {
  for (const char* answer : {"abrupt", "time_limited", "sustained", "tapered", "step_down"}) {
    EXPECT_THAT(checked_together({closure + "policy=" + answer}), IsEmpty()) << answer;
  }
}

TEST(Tapers, want_as_many_lengths_as_intensities_and_shares) {
  EXPECT_THAT(checked_together({tapered, closure + "taper_weeks=[6, 6]"}),
              only(Severity::error, "2 lengths, 3 intensities and 3 place shares"));
}

TEST(Tapers, fall) {
  EXPECT_THAT(checked_together({tapered, closure + "taper_intensity=[0.2, 0.2, 0.1]"}), IsEmpty());
  EXPECT_THAT(checked_together({tapered, closure + "taper_intensity=[0.2, 0.4, 0.1]"}),
              only(Severity::error, "more help in a later step"));
}

TEST(Tapers, are_warned_of_when_help_comes_from_nothing) {
  EXPECT_THAT(checked_together({tapered, closure + "taper_place_share=[0.6, 0.4, 0.1]"}),
              only(Severity::warning,
                   "step 3 of the taper of targeted early help gives more help than the place it "
                   "holds"));
}

TEST(Tapers, are_warned_of_when_nobody_is_seen_before_they_end) {
  EXPECT_THAT(checked_together({tapered, closure + "contact_weeks=26"}),
              only(Severity::warning, "ends before its first contact"));
}

}  // namespace
}  // namespace stepdown
