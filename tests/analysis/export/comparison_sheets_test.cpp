#include "analysis/export/comparison_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

/// The row of the differences sheet that a measure has.
std::vector<SheetCell> difference_in(const std::string& measure, const Provenance& made) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", made);
  const JoinedResults results({folder.path() + "/results.h5"});
  const Sheet sheet = comparison_sheets(results, "base").front();
  const auto row = std::ranges::find_if(sheet.rows, [&](const std::vector<SheetCell>& each) {
    return std::get<std::string>(each[1]) == measure;
  });
  return row == sheet.rows.end() ? std::vector<SheetCell>() : *row;
}

constexpr std::size_t mean = 6;
constexpr std::size_t runs_higher = 11;

TEST(DifferencesSheet, has_the_mean_difference_the_runs_that_agree_and_a_verdict) {
  const std::vector<SheetCell> row = difference_in("referrals", results_in_coventry());
  EXPECT_EQ(std::get<double>(row[mean]), 100);
  EXPECT_EQ(std::get<int>(row[runs_higher]), 4);
  EXPECT_EQ(std::get<std::string>(row.back()), "too few runs");
}

TEST(DifferencesSheet, has_no_number_where_a_difference_has_no_meaning) {
  Provenance made = results_in_coventry();
  made.scenarios[1].text = "family_help.model = \"merged\"\n";
  const std::vector<SheetCell> row = difference_in("referrals", made);
  for (std::size_t cell = mean; cell + 1 < row.size(); ++cell) {
    EXPECT_TRUE(std::isnan(std::get<double>(row[cell]))) << cell;
  }
  EXPECT_EQ(std::get<std::string>(row.back()), "not comparable");
  EXPECT_EQ(std::get<std::string>(difference_in("return_12m", made).back()), "the same");
}

}  // namespace
}  // namespace stepdown
