#include "scenarios/tried_settings.h"

#include <gmock/gmock.h>

#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const TextsByPath files = {
    {"base.toml", "kind = \"base\"\n[help.community_early_help]\nage_to = 8\n"},
    {"wide.toml",
     "kind = \"policy\"\nextends = \"base.toml\"\n[help.community_early_help]\nage_to = 18\n"},
};

std::vector<Problem> problems(const std::vector<std::string>& settings) {
  const ScenarioTexts texts(files);
  const TriedSettings tried(
      texts, {{"base.toml", "wide.toml"}, "", {"help.community_early_help.age_from=2"}});
  return tried.problems_with(settings);
}

TEST(TriedSettings, HaveNoProblemWhereEveryScenarioCanBeRun) {
  EXPECT_THAT(problems({"need.easing=1", "help.community_early_help.age_from=7"}), IsEmpty());
}

TEST(TriedSettings, HaveOneWhereAnyScenarioCannot) {
  const auto found = problems({"help.community_early_help.age_from=9"});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().message, HasSubstr("for children from 9 and below 8"));
}

TEST(TriedSettings, MayBeIdle) {
  EXPECT_THAT(problems({"closure.targeted_early_help.time_limit_weeks=12"}), IsEmpty());
}

TEST(TriedSettings, TellWhatIsToBeLookedAtAndCouldBeRun) {
  const ScenarioTexts texts(files);
  const TriedSettings tried(texts, {{"base.toml"}, "", {"shock.crises.from_month=3"}});
  const auto found = tried.warnings_with({"need.easing=1"});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().message, HasSubstr("`shock.crises.from_month` does nothing"));
  EXPECT_THAT(tried.warnings_with({"shock.crises.size=2"}), IsEmpty());
}

TEST(TriedSettings, NeedFilesThatCanBeRead) {
  const ScenarioTexts texts(files);
  EXPECT_THROW(TriedSettings(texts, {{"bse.toml"}, "", {}}), ScenarioErrors);
}

}  // namespace
}  // namespace stepdown
