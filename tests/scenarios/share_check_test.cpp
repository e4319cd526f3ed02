#include "scenarios/share_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

TEST(SizesOfFamilies, add_up_to_no_more_than_all) {
  EXPECT_THAT(checked_together({"population.share_one_child=0.6"}),
              only(Severity::error, "add up to more than all"));
}

TEST(FifthsOfAreas, are_five) {
  EXPECT_THAT(checked_together({"population.quintile_shares=[0.5, 0.5]"}),
              only(Severity::error, "2 shares are given"));
}

TEST(FifthsOfAreas, hold_all_families_but_for_rounding) {
  EXPECT_THAT(checked_together({"population.quintile_shares=[0.1, 0.1, 0.2, 0.3, 0.301]"}),
              IsEmpty());
  const auto problems = checked_together({"population.quintile_shares=[0.1, 0.1, 0.2, 0.3, 0.2]"});
  EXPECT_THAT(problems, only(Severity::error, "do not add up to 1"));
  EXPECT_EQ(problems.at(0).suggestion, "[0.1, 0.1, 0.2, 0.3, 0.2] add up to 0.9");
}

TEST(RoutesOfNoticing, have_somebody_on_them) {
  const std::vector<std::string> nearly_nobody = {"noticing.school=0", "noticing.early_years=0",
                                                  "noticing.health=0", "noticing.police=0",
                                                  "noticing.public=0", "noticing.family=0"};
  EXPECT_THAT(checked_together(nearly_nobody), IsEmpty());
  std::vector<std::string> nobody = nearly_nobody;
  nobody.emplace_back("noticing.housing_voluntary=0");
  EXPECT_THAT(checked_together(nobody), only(Severity::error, "nobody does"));
}

}  // namespace
}  // namespace stepdown
