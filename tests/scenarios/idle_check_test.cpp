#include "scenarios/idle_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

TEST(IdleSettings, are_named_with_what_would_put_them_to_use) {
  const auto problems = checked_together({"consent.recontact_weeks=4"});
  EXPECT_THAT(problems, only(Severity::warning,
                             "`consent.recontact_weeks` does nothing: nobody is asked again"));
  EXPECT_EQ(problems.at(0).suggestion, "set recontact in [consent], or leave this out");
  EXPECT_THAT(checked_together({"waiting.interim_place=0.2"}),
              only(Severity::warning, "nobody is supported while waiting"));
  EXPECT_THAT(checked_together({"shock.staff_exodus.at_month=3"}),
              only(Severity::warning, "nobody leaves then"));
}

TEST(IdleSettings, are_the_times_of_every_shock_without_size) {
  for (const char* shock : {"cost_of_living", "crises", "publicity", "arrivals", "partner_cuts"}) {
    for (const char* time : {".from_month=6", ".rise_months=6", ".lasts_months=6"}) {
      EXPECT_THAT(checked_together({std::string("shock.") + shock + time}),
                  only(Severity::warning, "the shock has size 1, which is none"));
    }
  }
}

TEST(IdleSettings, are_none_where_they_are_used) {
  EXPECT_THAT(checked_together({"consent.recontact_weeks=4", "consent.recontact=0.5"}), IsEmpty());
  EXPECT_THAT(checked_together({"shock.arrivals.from_month=6", "shock.arrivals.size=1.1"}),
              IsEmpty());
}

}  // namespace
}  // namespace stepdown
