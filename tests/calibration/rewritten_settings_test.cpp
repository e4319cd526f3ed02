#include "calibration/rewritten_settings.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(WithNumbers, changes_a_number_and_nothing_around_it) {
  EXPECT_EQ(with_numbers("kind = \"base\"\n\n[need]  # life\neasing = 1.81  # a year\n",
                         {{"need.easing", 2.5}}),
            "kind = \"base\"\n\n[need]  # life\neasing = 2.5  # a year\n");
}

TEST(WithNumbers, tells_equal_keys_of_two_tables_apart) {
  EXPECT_EQ(with_numbers("[help.child_in_need]\neasing = 1\n[need]\neasing = 2\n",
                         {{"help.child_in_need.easing", 3}}),
            "[help.child_in_need]\neasing = 3\n[need]\neasing = 2\n");
}

TEST(WithNumbers, adds_what_is_missing_at_the_end_of_its_table) {
  EXPECT_EQ(with_numbers("[need]\nworsening = 1\n\n# Who notices.\n[noticing]\nrate = 2\n",
                         {{"need.easing", 3}, {"noticing.by_level", 1.5}}),
            "[need]\nworsening = 1\neasing = 3\n\n# Who notices.\n[noticing]\nrate = 2\n"
            "by_level = 1.5\n");
}

TEST(WithNumbers, adds_missing_tables_at_the_end) {
  EXPECT_EQ(with_numbers("[need]\nworsening = 1\n", {{"judgement.error_sd", 1.2}}),
            "[need]\nworsening = 1\n\n[judgement]\nerror_sd = 1.2\n");
}

TEST(WithNumbers, finds_a_setting_under_its_dotted_name) {
  EXPECT_EQ(with_numbers("need.easing = 1\n", {{"need.easing", 3}}), "need.easing = 3\n");
}

TEST(WithNumbers, leaves_a_text_alone_without_numbers) {
  const std::string text = "# one\n\n[need]\ntaper = [1, 2]\n";
  EXPECT_EQ(with_numbers(text, {}), text);
}

TEST(TablesOf, groups_numbers_by_table) {
  EXPECT_EQ(tables_of({{"need.worsening", 1.5}, {"judgement.error_sd", 1}, {"need.easing", 2}}),
            "[judgement]\nerror_sd = 1\n\n[need]\neasing = 2\nworsening = 1.5\n");
}

}  // namespace
}  // namespace stepdown
