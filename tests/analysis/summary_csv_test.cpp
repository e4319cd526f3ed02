#include "analysis/summary_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/outcome_writer.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::vector<Measure> measures = {
    {"need", "children", "Need", MeasureGroup::need, false},
    {"returned", "%", "Returned", MeasureGroup::returning, false},
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string table(const TemporaryFolder& folder, const std::string& second_name = "b") {
  const std::string path = folder.path() + "/results.h5";
  {
    OutcomeWriter writer(path, {"1", "", 1, 2024, 1, {{"a", "", ""}, {second_name, "", ""}}},
                         measures, measures);
    for (std::uint32_t run = 0; run < 3; ++run) {
      const double third = run / 3.0;
      const std::vector<std::optional<Outcomes>> outcomes{Outcomes{{third, std::nan("")}, {}, 12},
                                                          Outcomes{{third + 2, 7.0}, {}, 12}};
      writer.take({run, outcomes});
    }
    writer.finish();
  }
  std::ostringstream out;
  write_summary_csv(OutcomeFile(path), out, measures);
  return out.str();
}

TEST(SummaryCsv, has_own_values_and_then_the_differences_of_every_ordered_pair) {
  const TemporaryFolder folder;
  const std::vector<std::string> lines = lines_of(table(folder));
  std::vector<std::string> beginnings;
  for (const std::string& line : lines) {
    std::size_t end = 0;
    for (int commas = 0; commas < 5; ++commas) {
      end = line.find(',', end) + 1;
    }
    beginnings.push_back(line.substr(0, end - 1));
  }
  EXPECT_THAT(beginnings,
              ElementsAre("kind,measure,unit,scenario,baseline", "value,need,children,a,",
                          "value,need,children,b,", "value,returned,%,a,", "value,returned,%,b,",
                          "difference,need,children,a,b", "difference,need,children,b,a",
                          "difference,returned,%,a,b", "difference,returned,%,b,a"));
}

TEST(SummaryCsv, has_as_many_cells_in_every_row) {
  const TemporaryFolder folder;
  for (const std::string& line : lines_of(table(folder))) {
    EXPECT_EQ(std::ranges::count(line, ','), 15) << line;
  }
}

TEST(SummaryCsv, writes_numbers_that_read_back_exactly) {
  const TemporaryFolder folder;
  const std::string line = lines_of(table(folder))[1];
  std::istringstream cells(line);
  std::string cell;
  for (int i = 0; i < 8; ++i) {
    std::getline(cells, cell, ',');
  }
  EXPECT_EQ(std::strtod(cell.c_str(), nullptr), (0.0 + 1.0 / 3 + 2.0 / 3) / 3);
}

TEST(SummaryCsv, states_the_verdict_and_the_runs_behind_it) {
  const TemporaryFolder folder;
  const std::vector<std::string> lines = lines_of(table(folder));
  EXPECT_THAT(lines[5],
              HasSubstr("difference,need,children,a,b,3,0,-2,-2,-2,-2,-2,0,3,0,too_few_runs"));
  EXPECT_THAT(lines[6], HasSubstr("difference,need,children,b,a,3,0,2,2,2,2,2,3,0,0,too_few_runs"));
}

TEST(SummaryCsv, leaves_cells_of_numbers_that_do_not_exist_empty) {
  const TemporaryFolder folder;
  const std::vector<std::string> lines = lines_of(table(folder));
  EXPECT_EQ(lines[3], "value,returned,%,a,,0,3,,,,,,,,,");
  EXPECT_EQ(lines[7], "difference,returned,%,a,b,0,3,,,,,,0,0,0,no_pairs");
}

TEST(SummaryCsv, quotes_names_with_commas) {
  const TemporaryFolder folder;
  EXPECT_THAT(table(folder, "b, \"late\""), HasSubstr(",\"b, \"\"late\"\"\","));
}

TEST(SummaryCsv, is_published_whole) {
  const TemporaryFolder folder;
  const std::string text = table(folder);
  publish_summary_csv(OutcomeFile(folder.path() + "/results.h5"), folder.path() + "/summary.csv",
                      measures);
  const ProgramRun shown = run_program("/bin/cat", {"summary.csv"}, folder.path());
  EXPECT_EQ(shown.out, text);
}

}  // namespace
}  // namespace stepdown
