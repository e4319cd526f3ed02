#include "scenarios/text_faults.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Fault fault_of(const std::string& text) {
  const auto problem = unfit_text("a.toml", text);
  EXPECT_TRUE(problem) << text;
  return problem ? problem->fault : Fault::syntax;
}

TEST(UnfitText, is_what_has_nothing_in_it) {
  EXPECT_EQ(fault_of(""), Fault::file_empty);
  EXPECT_EQ(fault_of(" \r\n\t\n"), Fault::file_empty);
  EXPECT_EQ(fault_of("# to be written\n"), Fault::file_empty);
  EXPECT_EQ(fault_of("\xEF\xBB\xBF# nothing\n"), Fault::file_empty);
}

TEST(UnfitText, is_what_is_no_text) {
  EXPECT_EQ(fault_of(std::string("PK\x03\x04\x00", 5)), Fault::file_not_text);
  EXPECT_EQ(fault_of("\x89HDF\r\n\x1a\n"), Fault::file_not_text);
  EXPECT_EQ(fault_of(std::string("\xFF\xFEk\0", 4)), Fault::file_not_text);
}

TEST(UnfitText, is_not_what_may_be_a_scenario) {
  EXPECT_EQ(unfit_text("a.toml", "kind = \"base\"\n"), std::nullopt);
  EXPECT_EQ(unfit_text("a.toml", "\xEF\xBB\xBFkind = \"base\"\r\n"), std::nullopt);
}

TEST(UnfitText, that_is_empty_says_what_a_file_needs) {
  EXPECT_THAT(unfit_text("a.toml", "")->suggestion, HasSubstr("kind = \"policy\""));
}

TEST(NoSettings, is_told_of_records_without_a_word_of_them) {
  const auto problem = no_settings("list.csv", {"Child,Born", "A123,2013-02-17", "A124,"});
  ASSERT_TRUE(problem);
  EXPECT_EQ((problem->message + problem->suggestion + problem->line_text).find("A12"),
            std::string::npos);
  EXPECT_TRUE(no_settings("cin.xml", {"<?xml version=\"1.0\"?>", "<Message>"}));
}

TEST(NoSettings, is_not_what_is_only_written_badly) {
  for (const char* line : {"kind: policy", "kind \"policy\"", "[caseload", "cap 16", "cap = = 1"}) {
    EXPECT_FALSE(no_settings("a.toml", {"# a policy", line})) << line;
  }
}

TEST(Advice, knows_the_habits_of_other_notations) {
  EXPECT_THAT(advice_on_line("title = \xE2\x80\x9CMine\xE2\x80\x9D"), HasSubstr("straight"));
  EXPECT_THAT(advice_on_line("children = 62,500"), HasSubstr("without commas"));
  EXPECT_THAT(advice_on_line("children = { value = 62,500, source = \"x\" }"),
              HasSubstr("without commas"));
  EXPECT_THAT(advice_on_line("relapse_seen = 20%"), HasSubstr("0.2"));
  EXPECT_THAT(advice_on_line("policy: tapered"), HasSubstr("with = and not with :"));
  EXPECT_THAT(advice_on_line("contact_weeks = 3 weeks"), HasSubstr("the number alone"));
  EXPECT_THAT(advice_on_line("policy = tapered"), HasSubstr("quotation marks"));
  EXPECT_THAT(advice_on_line("]["), IsEmpty());
}

TEST(Lines, are_without_their_ends) {
  EXPECT_THAT(lines_of("a\r\nb\n\nc"), ElementsAre("a", "b", "", "c"));
}

TEST(UnfitText, is_not_utf8_and_says_in_which_line) {
  const auto problem = unfit_text("a.toml", "kind = \"base\"\ntitle = \"caf\xE9\"\n");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->fault, Fault::file_not_text);
  EXPECT_NE(problem->message.find("line 2"), std::string::npos);
  EXPECT_FALSE(unfit_text("a.toml", "title = \"caf\xC3\xA9, \xE2\x82\xAC 5, \xF0\x9F\x98\x80\"\n"));
  EXPECT_TRUE(unfit_text("a.toml", "title = \"cut off \xE2\x82"));
}

}  // namespace
}  // namespace stepdown
