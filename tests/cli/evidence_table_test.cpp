#include "cli/evidence_table.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

std::string explained(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "explain");
  return run_program(STEPDOWN_BINARY, arguments, STEPDOWN_SOURCE_DIR).out;
}

TEST(EvidenceTable, in_docs_is_the_one_of_this_registry) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/evidence.md", std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(kept == evidence_markdown())
      << "docs/evidence.md is stale: stepdown explain --evidence > docs/evidence.md";
}

TEST(EvidenceTable, is_what_the_program_prints) {
  EXPECT_EQ(explained({"--evidence"}), evidence_markdown());
}

TEST(EvidenceTable, has_every_row_with_its_claim) {
  const std::string table = evidence_markdown();
  for (const EvidenceGroup& group : evidence()) {
    EXPECT_THAT(table, HasSubstr("\n## " + group.code + ' ' + group.title + '\n'));
    for (const EvidenceRow& row : group.rows) {
      EXPECT_THAT(table,
                  HasSubstr("\n### EV" + std::to_string(row.number) + "\n\n" + row.claim + " ("));
      EXPECT_THAT(table, HasSubstr(row.left_out));
    }
  }
}

TEST(EvidenceTable, shows_parameters_with_default_range_and_role) {
  EXPECT_THAT(evidence_markdown(),
              HasSubstr("  - `threshold.good_review`: 2.5 (levels, 1 to 8; lever)\n"));
}

TEST(EvidenceTable, puts_the_same_setting_of_several_tiers_on_one_line) {
  EXPECT_THAT(evidence_markdown(), HasSubstr("  - `closure.*.contact_weeks`: 3 (weeks, 0.5 to 52"));
}

TEST(EvidenceTable, links_the_policies_that_answer_a_row) {
  EXPECT_THAT(evidence_markdown(),
              HasSubstr("[Tapered support](../scenarios/policies/tapered.toml)"));
}

TEST(EvidenceTable, says_that_a_share_of_people_is_no_chance) {
  EXPECT_THAT(evidence_markdown(),
              HasSubstr("A share of people polled is never a chance per case"));
}

TEST(EvidenceInWords, has_all_there_is_about_one_row) {
  const std::string row = explained({"EV68"});
  EXPECT_EQ(row, evidence_in_words(*find_evidence(68)));
  for (const char* words :
       {"EV68", "Easton, C.", "closure.child_in_need.contact_weeks: 3 (weeks, 0.5 to 52; lever)",
        "Tapered support (scenarios/policies/tapered.toml)", "relapses_seen"}) {
    EXPECT_THAT(row, HasSubstr(words));
  }
}

TEST(EvidenceInWords, says_why_a_row_is_left_out) {
  EXPECT_THAT(explained({"EV5"}), HasSubstr("left out      The census"));
}

TEST(EvidenceInJson, has_the_same_for_one_row_or_all) {
  const nlohmann::json one = nlohmann::json::parse(explained({"ev68", "--json"}));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0]["row"], "EV68");
  EXPECT_EQ(one[0]["policies"][0]["title"], "Tapered support");
  const nlohmann::json all = nlohmann::json::parse(explained({"--evidence", "--json"}));
  EXPECT_EQ(all.size(), 83U);
  EXPECT_EQ(all[67], one[0]);
}

}  // namespace
}  // namespace stepdown
