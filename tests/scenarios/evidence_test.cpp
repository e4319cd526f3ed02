#include "scenarios/evidence.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "model/outcomes/outcomes.h"
#include "scenarios/embedded_evidence.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr int rows_in_the_publications = 83;

std::vector<EvidenceRow> all_rows() {
  std::vector<EvidenceRow> rows;
  for (const EvidenceGroup& group : evidence()) {
    rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  }
  return rows;
}

TEST(Evidence, has_every_row_once_and_in_order) {
  const std::vector<EvidenceRow> rows = all_rows();
  ASSERT_THAT(rows, SizeIs(rows_in_the_publications));
  for (int number = 1; number <= rows_in_the_publications; ++number) {
    EXPECT_EQ(rows[static_cast<std::size_t>(number) - 1].number, number);
  }
}

TEST(Evidence, comes_in_six_groups) {
  std::vector<std::string> codes;
  for (const EvidenceGroup& group : evidence()) {
    codes.push_back(group.code);
  }
  EXPECT_THAT(codes, ElementsAre("1A", "1B", "1C", "1D", "1E", "1F"));
}

TEST(Evidence, names_five_publications_with_reference_and_nature) {
  std::vector<std::string> codes;
  for (const Publication& publication : publications()) {
    codes.push_back(publication.code);
  }
  EXPECT_THAT(codes, ElementsAre("S0", "S1", "S2", "S3", "S4"));
}

TEST(Evidence, says_of_every_row_who_claims_it_in_one_sentence) {
  for (const EvidenceRow& row : all_rows()) {
    SCOPED_TRACE(row.number);
    EXPECT_THAT(row.claim, EndsWith("."));
    EXPECT_THAT(row.claim.substr(0, row.claim.size() - 1), Not(HasSubstr(". ")));
    EXPECT_THAT(row.publications, Not(IsEmpty()));
    for (const std::string& code : row.publications) {
      EXPECT_THAT(publications(), Contains(Field(&Publication::code, code)));
    }
  }
}

TEST(Evidence, says_of_every_row_where_it_is_in_the_model_or_why_not) {
  for (const EvidenceRow& row : all_rows()) {
    EXPECT_NE(row.process.empty(), row.left_out.empty()) << row.number;
  }
}

TEST(Evidence, points_at_measures_that_there_are) {
  for (const EvidenceRow& row : all_rows()) {
    for (const std::string& name : row.outcomes) {
      EXPECT_THAT(outcome_registry(), Contains(Field(&Measure::name, name))) << row.number;
    }
  }
}

TEST(Evidence, is_found_by_its_number) {
  EXPECT_EQ(find_evidence(43)->number, 43);
  EXPECT_EQ(find_evidence(0), nullptr);
  EXPECT_EQ(find_evidence(rows_in_the_publications + 1), nullptr);
  EXPECT_THAT(evidence_there_is(), HasSubstr("EV1 to EV83"));
}

TEST(Evidence, is_carried_byte_for_byte) {
  namespace fs = std::filesystem;
  const fs::path root = STEPDOWN_SOURCE_DIR;
  std::map<std::string, std::string> on_disk;
  for (const auto& entry : fs::directory_iterator(root / "evidence")) {
    std::ifstream in(entry.path(), std::ios::binary);
    on_disk[entry.path().lexically_relative(root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  std::map<std::string, std::string> carried;
  for (const EmbeddedFile& file : embedded_evidence()) {
    carried[std::string(file.path)] = std::string(file.text);
  }
  EXPECT_EQ(carried, on_disk);
}

}  // namespace
}  // namespace stepdown
