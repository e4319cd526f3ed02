#include "scenarios/settings_together.h"

#include "scenarios/setting_check.h"
#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

Layers layers_with(const std::vector<std::string>& settings) {
  std::vector<Problem> problems;
  Layers layers;
  layers.add(checked_command_line(settings, problems));
  return layers;
}

constexpr std::string_view low = "protection.later_review_earliest_weeks";
constexpr std::string_view high = "protection.later_review_weeks";

TEST(SettingsTogether, know_what_somebody_gave_be_it_the_value_of_the_registry) {
  const Layers layers = layers_with({std::string(high) + "=24"});
  const SettingsTogether settings(layers);
  EXPECT_TRUE(settings.is_given(high));
  EXPECT_FALSE(settings.is_given(low));
}

TEST(SettingsTogether, point_at_what_was_given_last_and_not_at_the_registry) {
  const Layers layers = layers_with({std::string(high) + "=8"});
  SettingsTogether settings(layers);
  settings.want_order(Severity::error, low, high, "no");
  const auto problems = std::move(settings).problems();
  EXPECT_THAT(problems, only(Severity::error, "is above"));
  EXPECT_EQ(problems.at(0).line_text, std::string(high) + "=8");
  EXPECT_EQ(problems.at(0).suggestion, "later_review_earliest_weeks = 10, later_review_weeks = 8");
}

TEST(SettingsTogether, conclude_nothing_from_a_value_that_was_not_meant) {
  const Layers layers = layers_with({std::string(high) + "=8", std::string(low) + "=many"});
  SettingsTogether settings(layers);
  settings.want_order(Severity::error, low, high, "no");
  EXPECT_THAT(std::move(settings).problems(), IsEmpty());
}

}  // namespace
}  // namespace stepdown
