#include "calibration/local/annex_a_mapping.h"

#include <gmock/gmock.h>

#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string smallest =
    "[period]\nfrom = \"2021-04-01\"\nto = \"31/03/2024\"\n[list_3]\nfile = \"r.csv\"\n";

std::vector<std::string> problems_of(const std::string& text) {
  std::vector<std::string> all;
  try {
    read_annex_mapping("mapping.toml", text);
  } catch (const ScenarioErrors& errors) {
    for (const Problem& problem : errors.problems()) {
      all.push_back(problem.message + " | " + problem.suggestion);
    }
  }
  return all;
}

TEST(AnnexMapping, needs_a_period_and_a_file_and_takes_all_else_from_annex_a) {
  const AnnexMapping mapping = read_annex_mapping("mapping.toml", smallest);
  EXPECT_EQ(mapping.period.from, Day(2021y / April / 1));
  EXPECT_EQ(mapping.period.to, Day(2024y / March / 31));
  ASSERT_TRUE(mapping.lists[3]);
  EXPECT_EQ(mapping.lists[3]->columns, annex_columns(3));
  EXPECT_FALSE(mapping.lists[4]);
  EXPECT_EQ(mapping.closing, annex_words().closing);
}

TEST(AnnexMapping, that_is_printed_says_what_is_taken_without_it) {
  const AnnexMapping printed = read_annex_mapping("mapping.toml", annex_mapping_template());
  const AnnexMapping words = annex_words();
  EXPECT_EQ(printed.yes_or_no, words.yes_or_no);
  EXPECT_EQ(printed.sources, words.sources);
  EXPECT_EQ(printed.closing, words.closing);
  EXPECT_EQ(printed.categories, words.categories);
  for (int list = first_annex_list; list <= last_annex_list; ++list) {
    ASSERT_TRUE(printed.lists[static_cast<std::size_t>(list)]) << list;
    EXPECT_EQ(printed.lists[static_cast<std::size_t>(list)]->columns, annex_columns(list)) << list;
  }
}

TEST(AnnexMapping, renames_columns_and_codes) {
  const AnnexMapping mapping = read_annex_mapping(
      "mapping.toml", smallest + "date = \"Referred\"\n[closing]\nRC8 = [\"NFA\", \"Closed\"]\n");
  EXPECT_EQ(mapping.lists[3]->columns[2], (AnnexColumn{"date", "Referred"}));
  EXPECT_EQ(mapping.closing.group_of("nfa after assessment"), 7U);
  EXPECT_EQ(mapping.closing.group_of("RC9"), 8U);
  EXPECT_FALSE(mapping.closing.group_of("RC8"));
}

TEST(AnnexMapping, takes_a_cell_for_a_code_that_it_begins_with_as_a_word) {
  const CodeWords closing = annex_words().closing;
  EXPECT_EQ(closing.group_of("RC8 - Case closed after assessment"), 7U);
  EXPECT_EQ(closing.group_of("rc1"), 0U);
  EXPECT_FALSE(closing.group_of("RC10"));
  EXPECT_FALSE(closing.group_of(""));
  EXPECT_EQ(annex_words().sources.group_of("1A: family"), 0U);
  EXPECT_EQ(annex_words().sources.group_of("10"), 10U);
}

TEST(AnnexMapping, takes_nothing_but_a_whole_cell_for_yes_or_no) {
  const CodeWords yes_or_no = annex_words().yes_or_no;
  EXPECT_EQ(yes_or_no.group_of_whole("YES"), 0U);
  EXPECT_EQ(yes_or_no.group_of_whole("b) No"), 1U);
  for (const char* text : {"No further action", "N/A", "Not known", "Y?", "1 of 2", ""}) {
    EXPECT_FALSE(yes_or_no.group_of_whole(text)) << text;
  }
}

TEST(AnnexMapping, tells_everything_that_is_wrong_at_once) {
  EXPECT_THAT(problems_of("[list_9]\nfile = \"a\"\n"), SizeIs(3));
  EXPECT_THAT(problems_of("[period]\nfrom = \"2021\"\nto = \"2024-03-31\"\n"), SizeIs(2));
  EXPECT_THAT(problems_of(smallest + "dat = \"Referred\"\n"),
              ElementsAre(HasSubstr("unknown key `dat` in [list_3] | there are `date`")));
  EXPECT_THAT(problems_of(smallest + "[closing]\nRC10 = [\"x\"]\n"),
              ElementsAre(HasSubstr("unknown key `RC10`")));
  EXPECT_THAT(problems_of("[period]\nfrom = \"2024-04-01\"\nto = \"2021-03-31\"\n[list_3]\n"
                          "file = \"r.csv\"\n"),
              ElementsAre(HasSubstr("ends before it begins")));
}

}  // namespace
}  // namespace stepdown
