#include "calibration/fit/fit_text.h"

#include <gmock/gmock.h>

#include <limits>
#include <sstream>
#include <variant>

#include "analysis/csv_table.h"
#include "calibration/toml_fields.h"
#include "scenarios/text_faults.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

LocalFit fit_of_two_draws() {
  LocalFit fit;
  fit.draws = {{-1, 0, 0}, {1, 0, 0}};
  return fit;
}

std::string overlay(const OverlayFacts& facts) {
  return fit_overlay(fit_of_two_draws(), {formula_base(), formula_emulator().inputs()}, facts);
}

std::string text_at(const std::vector<TomlEntry>& root, std::string_view key) {
  for (const TomlEntry& entry : root) {
    if (entry.key == key) {
      return std::get<std::string>(entry.value.content);
    }
  }
  return "missing";
}

std::vector<TomlEntry> read(const std::string& text) {
  std::vector<Problem> problems;
  const auto root = read_toml({"fit.toml", lines_of(text)}, problems);
  EXPECT_TRUE(problems.empty()) << text << written(problems);
  return root.value_or(std::vector<TomlEntry>());
}

TEST(FitOverlay, is_a_scenario_file_of_medians) {
  const auto root = read(overlay({"coventry", "Coventry", "stepdown calibrate coventry", "Good"}));
  EXPECT_EQ(text_at(root, "kind"), "fit");
  EXPECT_EQ(text_at(root, "title"), "Coventry, fitted");
  EXPECT_EQ(text_at(root, "place"), "coventry");
  const TomlEntry& need = root.at(4);
  EXPECT_EQ(need.key, "need");
  EXPECT_EQ(std::get<double>(need.find("easing")->value.content), 1.7);
}

TEST(FitOverlay, says_how_it_was_made_and_what_it_hides) {
  const std::string text = overlay({"coventry", "Coventry", "stepdown calibrate coventry", "Good"});
  EXPECT_THAT(text, HasSubstr("# Good.\n"));
  EXPECT_THAT(text, HasSubstr("medians of 2 worlds"));
  EXPECT_THAT(text, HasSubstr("--draws"));
  EXPECT_THAT(text, HasSubstr("#   stepdown calibrate coventry\n"));
}

TEST(FitOverlay, bears_any_title_and_command) {
  const auto root =
      read(overlay({"own\\place", "St \"Mary's\"", "stepdown calibrate\nkind = 3", "Good"}));
  EXPECT_EQ(text_at(root, "title"), "St \"Mary's\", fitted");
  EXPECT_EQ(text_at(root, "place"), "own\\place");
}

TEST(FitTable, has_a_row_for_each_figure) {
  Target with_history = formula_targets({0, 0, 0, 0}, 0.05).front();
  with_history.value = 500;
  with_history.error = 12.5;
  with_history.observed = 520;
  with_history.year = 2024;
  with_history.source = "DfE, \"c1\"";
  Target without = with_history;
  without.observed = std::numeric_limits<double>::quiet_NaN();
  without.year = 0;

  std::istringstream in(
      fit_csv({{with_history, 450, 500, 550, 470, 530}, {without, 510, 520, 550, 515, 530}}));
  std::vector<std::vector<std::string>> rows;
  const CsvReading reading =
      read_csv("figures.csv", in, {{}, [&](std::span<const std::string> row, std::size_t) {
                                     rows.emplace_back(row.begin(), row.end());
                                   }});
  EXPECT_THAT(reading.header, ElementsAre("measure", "year", "observed", "fitted_to", "error",
                                          "low", "middle", "high", "inside", "source"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_THAT(rows[0], ElementsAre("referrals_per_10000", "2024", "520", "500", "12.5", "450",
                                   "500", "550", "TRUE", "DfE, \"c1\""));
  EXPECT_THAT(rows[1], ElementsAre("referrals_per_10000", "", "500", "500", "12.5", "510", "520",
                                   "550", "FALSE", "DfE, \"c1\""));
}

}  // namespace
}  // namespace stepdown
