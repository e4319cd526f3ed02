#include "analysis/resolved_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace stepdown {
namespace {

using ::testing::ElementsAre;

const std::vector<KnownSetting> known = {{"a.cap", "children", "lever", "16"},
                                         {"a.kind", "", "lever", "\"abrupt\""}};

TEST(ResolvedSettings, are_those_given_and_else_the_initial_ones) {
  EXPECT_THAT(resolved_values(known, ""), ElementsAre("16", "\"abrupt\""));
  EXPECT_THAT(resolved_values(known, "a.kind = \"tapered\"\n"), ElementsAre("16", "\"tapered\""));
}

TEST(ResolvedSettings, of_the_registry_name_every_setting_once) {
  EXPECT_GT(known_settings().size(), 100U);
  EXPECT_EQ(resolved_values(known_settings(), "").size(), known_settings().size());
}

TEST(SettingsDigest, is_the_same_whether_an_initial_value_is_given_or_not) {
  EXPECT_EQ(settings_digest(known, "a.cap = 16\n"), settings_digest(known, ""));
  EXPECT_NE(settings_digest(known, "a.cap = 17\n"), settings_digest(known, ""));
}

TEST(SettingsDigest, sees_what_was_otherwise_before_day_0) {
  EXPECT_NE(settings_digest(known, "before_day_0.a.cap = 17\n"), settings_digest(known, ""));
}

TEST(NumberInAValue, is_missing_for_words_and_lists) {
  EXPECT_EQ(number_in("0.25"), 0.25);
  EXPECT_TRUE(std::isnan(number_in("\"abrupt\"")));
  EXPECT_TRUE(std::isnan(number_in("[1, 2]")));
}

}  // namespace
}  // namespace stepdown
