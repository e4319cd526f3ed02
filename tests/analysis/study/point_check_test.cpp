#include "analysis/study/point_check.h"

#include <gmock/gmock.h>

#include "scenarios/scenario_error.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<Problem> problems(const std::vector<std::string>& typed, std::size_t steps) {
  const ScenarioSelection selection{{"scenarios/base.toml"}, "", {"need.easing=1"}};
  const auto source = embedded_source();
  const auto varied = read_varied(typed, load_scenarios(*source, selection));
  try {
    check_points(TriedSettings(*source, selection), varied,
                 grid_points(varied, steps, PointLuck::own), 2);
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  return {};
}

TEST(Points, ThatCanBeRunAreLeftAlone) {
  const ScenarioSelection selection{{"scenarios/base.toml"}, "", {"need.easing=1"}};
  const auto source = embedded_source();
  const std::vector<std::string> typed{"need.easing=0.5..2", "caseload.social_worker_cap=10..20"};
  const auto varied = read_varied(typed, load_scenarios(*source, selection));
  EXPECT_NO_THROW(check_points(TriedSettings(*source, selection), varied,
                               grid_points(varied, 4, PointLuck::own), 2));
}

TEST(Points, WhoseSettingsMeanNothingTogetherAreNamed) {
  const auto found = problems(
      {"help.community_early_help.age_from=5,12", "help.community_early_help.age_to=8,18"}, 2);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().fault, Fault::senseless_together);
  EXPECT_THAT(found.front().message,
              HasSubstr("point 2 (help.community_early_help.age_from=12, "
                        "help.community_early_help.age_to=8): community-based early help is for "
                        "children from 12 and below 8 years: for nobody"));
}

TEST(Points, OfWhichManyMeanNothingAreCounted) {
  const auto found = problems(
      {"help.community_early_help.age_from=10..14", "help.community_early_help.age_to=1..9"}, 5);
  EXPECT_THAT(found, SizeIs(10));
  EXPECT_THAT(found.back().suggestion, HasSubstr("25 of 25 points cannot be run"));
}

}  // namespace
}  // namespace stepdown
