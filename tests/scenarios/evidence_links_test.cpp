#include "scenarios/evidence_links.h"

#include <gmock/gmock.h>

#include "model/parameters/registry.h"
#include "scenarios/evidence.h"
#include "scenarios/evidence_name.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> names_of(const std::vector<const Parameter*>& parameters) {
  std::vector<std::string> names;
  for (const Parameter* parameter : parameters) {
    names.emplace_back(parameter->name);
  }
  return names;
}

/// "EV5 EV61": the rows that `is_wrong`, as one text so that a failure shows all of them.
template <typename Condition>
std::string rows_where(Condition is_wrong) {
  std::string rows;
  for (const EvidenceGroup& group : evidence()) {
    for (const EvidenceRow& row : group.rows) {
      if (is_wrong(row, !parameters_on(row.number).empty())) {
        rows += (rows.empty() ? "" : " ") + evidence_name(row.number);
      }
    }
  }
  return rows;
}

TEST(ParametersOnARow, are_those_whose_source_names_it) {
  EXPECT_THAT(names_of(parameters_on(43)), Contains("consent.early_help"));
  EXPECT_THAT(names_of(parameters_on(78)), Contains("threshold.good_review"));
}

TEST(ParametersOnARow, are_found_inside_a_range_of_rows) {
  const Parameter& policy = *find_parameter("closure.child_in_need.policy");
  ASSERT_THAT(std::string(policy.source.text()), HasSubstr("EV68-EV70"));
  EXPECT_THAT(names_of(parameters_on(69)), Contains("closure.child_in_need.policy"));
}

TEST(ParametersOnARow, act_for_every_row_that_is_not_left_out) {
  EXPECT_EQ(rows_where([](const EvidenceRow& row, bool is_acted_for) {
              return row.left_out.empty() && !is_acted_for;
            }),
            "")
      << "name the row in the source of a parameter, or say in evidence/ why it is left out";
}

TEST(ParametersOnARow, do_not_act_for_a_row_that_is_left_out) {
  EXPECT_EQ(rows_where([](const EvidenceRow& row, bool is_acted_for) {
              return !row.left_out.empty() && is_acted_for;
            }),
            "")
      << "a row is left out or acted for, not both";
}

TEST(Registry, names_no_row_that_there_is_not) {
  for (const Parameter& parameter : parameter_registry()) {
    for (const std::string_view text : {parameter.source.text(), parameter.doc.text()}) {
      for (const int row : evidence_mentioned(text)) {
        EXPECT_NE(find_evidence(row), nullptr) << parameter.name << ": " << evidence_name(row);
      }
    }
  }
}

TEST(PoliciesOnARow, are_the_carried_files_that_name_it) {
  EXPECT_THAT(policies_on(68), Contains(Field(&PolicyFile::title, "Tapered support")));
  EXPECT_THAT(policies_on(68),
              Contains(Field(&PolicyFile::path, "scenarios/policies/tapered.toml")));
  EXPECT_THAT(policies_on(1), IsEmpty());
}

}  // namespace
}  // namespace stepdown
