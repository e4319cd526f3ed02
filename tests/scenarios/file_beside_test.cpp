#include "scenarios/file_beside.h"

#include <gmock/gmock.h>

#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

const TextsByPath& places() {
  static const TextsByPath texts{{"places/kent.toml", ""}, {"places/coventry.toml", ""}};
  return texts;
}

TEST(FileBeside, is_named_by_its_stem_and_from_the_folder_of_another) {
  EXPECT_EQ(stem_of("scenarios/policies/tapered.toml"), "tapered");
  EXPECT_EQ(beside("scenarios/policies/tapered.toml", "../base.toml"), "scenarios/base.toml");
}

TEST(FileBeside, may_be_what_was_meant_by_a_name_that_is_nearly_its_own) {
  EXPECT_EQ(similar_file(ScenarioTexts(places()), "places/kentt.toml"), "places/kent.toml");
  EXPECT_EQ(similar_file(ScenarioTexts(places()), "places/york.toml"), std::nullopt);
}

TEST(FileBeside, is_advised_where_a_file_is_missing_or_else_what_there_is) {
  EXPECT_EQ(advice_on_missing(ScenarioTexts(places()), "places/kentt.toml"),
            "a file with a similar name exists: `places/kent.toml`");
  EXPECT_THAT(advice_on_missing(ScenarioTexts(places()), "places/york.toml"),
              HasSubstr("in that folder there are"));
  EXPECT_EQ(advice_on_missing(ScenarioTexts(places()), "other/york.toml"),
            "there is no .toml file in that folder");
}

}  // namespace
}  // namespace stepdown
