#include "analysis/study/setting_words.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

TEST(SettingWords, SayOfWhichTierASettingIs) {
  EXPECT_EQ(words_of_setting(*find_parameter("help.child_in_need.easing")),
            "Easing while full help of this tier is given, against none (child in need)");
  EXPECT_EQ(words_of_setting(*find_parameter("need.fragile_weeks")),
            "Length of the fragile spell after all help has ended");
}

// Pictures and sentences tell settings apart by their words alone.
TEST(SettingWords, TellAllSettingsApart) {
  std::map<std::string, std::string> names;
  for (const Parameter& parameter : parameter_registry()) {
    const auto [known, is_new] =
        names.emplace(words_of_setting(parameter), std::string(parameter.name));
    EXPECT_TRUE(is_new) << known->second << " and " << parameter.name << ": " << known->first;
  }
}

}  // namespace
}  // namespace stepdown
