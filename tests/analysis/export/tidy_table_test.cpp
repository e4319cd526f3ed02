#include "analysis/export/tidy_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::SizeIs;

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line + ',');
  for (std::string cell; std::getline(stream, cell, ',');) {
    cells.push_back(cell);
  }
  return cells;
}

std::vector<Row> rows_of(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> headings = cells_of(line);
  std::vector<Row> rows;
  while (std::getline(lines, line)) {
    const std::vector<std::string> cells = cells_of(line);
    EXPECT_EQ(cells.size(), headings.size()) << line;
    Row row;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      row[headings[i]] = cells.at(i);
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<Row> rows(void (*write)(const JoinedResults&, std::ostream&),
                      const Provenance& made = results_in_coventry()) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", made);
  std::ostringstream text;
  write(JoinedResults({folder.path() + "/results.h5"}), text);
  return rows_of(text.str());
}

Row only(const std::vector<Row>& all, const std::vector<std::pair<std::string, std::string>>& is) {
  std::vector<Row> found = all;
  for (const auto& cell : is) {
    std::erase_if(found, [&](const Row& row) { return row.at(cell.first) != cell.second; });
  }
  EXPECT_THAT(found, SizeIs(1));
  return found.empty() ? Row() : found.front();
}

TEST(TidyTable, of_runs_has_a_row_for_each_measure_scenario_and_run) {
  const std::vector<Row> all = rows(write_runs);
  EXPECT_THAT(all, SizeIs(2 * 2 * 4));
  const Row row = only(all, {{"measure", "referrals"}, {"scenario", "tapered"}, {"run", "3"}});
  EXPECT_EQ(row.at("value"), "1103");
  EXPECT_EQ(row.at("output_type"), "sample");
  EXPECT_EQ(row.at("output_type_id"), "base-3");
  EXPECT_EQ(row.at("draw"), "base");
  EXPECT_EQ(row.at("unit"), "children a year");
}

TEST(TidyTable, calls_place_and_time_as_the_department_does) {
  const Row row =
      only(rows(write_runs), {{"measure", "referrals"}, {"scenario", "base"}, {"run", "0"}});
  EXPECT_EQ(row.at("time_period"), "2025-2026");
  EXPECT_EQ(row.at("time_identifier"), "Reporting years");
  EXPECT_EQ(row.at("geographic_level"), "Local authority");
  EXPECT_EQ(row.at("la_name"), "Coventry");
  EXPECT_EQ(row.at("new_la_code"), "E08000026");
  EXPECT_EQ(row.at("old_la_code"), "331");
  EXPECT_EQ(row.at("region_name"), "West Midlands");
  EXPECT_EQ(row.at("official_column"), "Referrals");
}

TEST(TidyTable, leaves_codes_empty_for_a_place_that_is_no_authority) {
  Provenance made = results_in_coventry();
  made.place_title = "Our town";
  const Row row =
      only(rows(write_runs, made), {{"measure", "referrals"}, {"scenario", "base"}, {"run", "0"}});
  EXPECT_EQ(row.at("la_name"), "Our town");
  EXPECT_EQ(row.at("new_la_code"), "");
}

TEST(TidyTable, leaves_a_value_that_does_not_exist_empty) {
  const Row row =
      only(rows(write_runs), {{"measure", "return_12m"}, {"scenario", "base"}, {"run", "0"}});
  EXPECT_EQ(row.at("value"), "");
}

TEST(TidyTable, of_years_adds_the_months_of_each_reporting_year) {
  const std::vector<Row> all = rows(write_years);
  EXPECT_THAT(all, SizeIs(2 * 4 * 2));
  const Row row = only(all, {{"time_period", "2026"}, {"scenario", "base"}, {"run", "1"}});
  EXPECT_EQ(row.at("time_identifier"), "Reporting year");
  EXPECT_EQ(row.at("value"), "330");  // 22 + ... + 33
  EXPECT_EQ(row.at("official_column"), "Referrals");
}

TEST(TidyTable, of_months_names_the_month_and_its_year) {
  const std::vector<Row> all = rows(write_months);
  EXPECT_THAT(all, SizeIs(2 * 4 * 24));
  const Row row = only(all, {{"time_period", "2025"},
                             {"time_identifier", "January"},
                             {"scenario", "tapered"},
                             {"run", "2"}});
  EXPECT_EQ(row.at("value"), "29");
}

TEST(TidyTable, of_estimates_has_mean_and_quantiles_of_values_and_differences) {
  const std::vector<Row> all = rows(write_estimates);
  EXPECT_EQ(only(all, {{"measure", "referrals"},
                       {"scenario", "base"},
                       {"baseline", ""},
                       {"output_type", "mean"}})
                .at("value"),
            "1001.5");
  const Row median = only(all, {{"measure", "referrals"},
                                {"scenario", "tapered"},
                                {"baseline", "base"},
                                {"output_type", "quantile"},
                                {"output_type_id", "0.5"}});
  EXPECT_EQ(median.at("value"), "100");
  EXPECT_EQ(median.at("run"), "");
}

TEST(TidyTable, of_estimates_marks_a_difference_that_has_no_meaning_and_gives_it_no_value) {
  Provenance made = results_in_coventry();
  made.scenarios[1].text = "family_help.model = \"merged\"\n";
  const std::vector<Row> all = rows(write_estimates, made);
  const Row difference =
      only(all, {{"measure", "referrals"}, {"scenario", "tapered"}, {"baseline", "base"}});
  EXPECT_EQ(difference.at("output_type"), "not_comparable");
  EXPECT_EQ(difference.at("value"), "");
  EXPECT_EQ(only(all, {{"measure", "referrals"},
                       {"scenario", "tapered"},
                       {"baseline", ""},
                       {"output_type", "mean"}})
                .at("value"),
            "1101.5")
      << "the count itself can be seen";
  EXPECT_EQ(only(all, {{"measure", "return_12m"},
                       {"scenario", "tapered"},
                       {"baseline", "base"},
                       {"output_type", "mean"}})
                .at("value"),
            "0");
}

TEST(TidyTable, of_estimates_takes_the_same_numbers_added_in_another_order_for_equal) {
  const TemporaryFolder folder;
  const std::vector<Measure> need(1, {"need", "children", "Need", MeasureGroup::need, false});
  OutcomeWriter writer(folder.path() + "/results.h5", results_in_coventry(), need, need);
  const std::vector<std::optional<Outcomes>> outcomes{Outcomes{{0.1 + 0.2 + 0.3}, {}, 24},
                                                      Outcomes{{0.3 + 0.2 + 0.1}, {}, 24}};
  writer.take({0, outcomes});
  writer.finish();
  std::ostringstream text;
  write_estimates(JoinedResults({folder.path() + "/results.h5"}), text);
  EXPECT_EQ(only(rows_of(text.str()),
                 {{"scenario", "tapered"}, {"baseline", "base"}, {"output_type", "mean"}})
                .at("value"),
            "0");
}

TEST(TidyTable, tells_draws_apart_and_pairs_runs_within_one) {
  Provenance made = results_in_coventry();
  made.draws = {{"member_01", {"", "x = 1\n"}}, {"member_02", {"", "x = 2\n"}}};
  const std::vector<Row> all = rows(write_runs, made);
  EXPECT_EQ(
      only(all, {{"measure", "referrals"}, {"scenario", "base"}, {"output_type_id", "member_02-1"}})
          .at("value"),
      "2001");
  const std::vector<Row> estimates = rows(write_estimates, made);
  EXPECT_EQ(only(estimates, {{"measure", "referrals"},
                             {"scenario", "tapered"},
                             {"baseline", "base"},
                             {"output_type", "mean"},
                             {"draw", "member_02"}})
                .at("value"),
            "100");
}

TEST(TidyTable, has_the_columns_that_are_explained) {
  std::vector<std::string> names;
  for (const TidyColumn& column : tidy_columns()) {
    names.emplace_back(column.name);
    EXPECT_FALSE(column.meaning.empty());
  }
  for (const char* name :
       {"time_period", "la_name", "output_type", "output_type_id", "value", "draw", "run"}) {
    EXPECT_THAT(names, Contains(name));
  }
}

}  // namespace
}  // namespace stepdown
