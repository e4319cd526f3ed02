#include "analysis/export/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Sheet> sheets(const Provenance& made = results_in_coventry()) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", made);
  return sheets_of(JoinedResults({folder.path() + "/results.h5"}), "base");
}

std::vector<std::string> names_of(const std::vector<Sheet>& all) {
  std::vector<std::string> names;
  std::ranges::transform(all, std::back_inserter(names), &Sheet::name);
  return names;
}

Sheet called(const std::vector<Sheet>& all, const std::string& name) {
  return *std::ranges::find(all, name, &Sheet::name);
}

void write(const std::string& path, const std::vector<Sheet>& all) {
  Workbook workbook(path, all.front().title);
  for (const Sheet& sheet : all) {
    workbook.add(sheet);
  }
  workbook.finish();
}

TEST(Spreadsheet, begins_with_cover_contents_and_notes) {
  EXPECT_THAT(names_of(sheets()),
              ElementsAre("Cover", "Contents", "Notes", "Differences", "Values", "Reporting years",
                          "Official figures", "Settings", "Codebook"));
}

TEST(Spreadsheet, says_on_its_cover_what_it_may_be_used_for) {
  std::string cover;
  for (const std::string& line : called(sheets(), "Cover").lines) {
    cover += line + '\n';
  }
  EXPECT_THAT(cover, HasSubstr("Coventry, 2 years from 1 April 2024"));
  EXPECT_THAT(cover, HasSubstr("The families here are invented."));
  EXPECT_THAT(cover, HasSubstr("Open Government Licence v3.0"));
  EXPECT_THAT(cover, HasSubstr("stepdown compare base.toml tapered.toml"));
}

TEST(Spreadsheet, has_the_difference_of_each_measure_with_its_verdict) {
  const Sheet differences = called(sheets(), "Differences");
  ASSERT_EQ(differences.rows.size(), 2U);
  const std::vector<SheetCell>& row = differences.rows[0];
  EXPECT_EQ(std::get<std::string>(row[1]), "referrals");
  EXPECT_EQ(std::get<std::string>(row[4]), "tapered");
  EXPECT_EQ(std::get<double>(row[6]), 100);
  EXPECT_EQ(std::get<int>(row[11]), 4);
  EXPECT_EQ(std::get<std::string>(row[14]), "too few runs");
}

TEST(Spreadsheet, has_a_sheet_of_worlds_for_an_ensemble) {
  Provenance made = results_in_coventry();
  made.draws = {{"member_01", {"need.easing = 1.2\n", ""}},
                {"member_02", {"need.easing = 2.4\n", ""}}};
  const std::vector<Sheet> all = sheets(made);
  const Sheet worlds = called(all, "Worlds");
  ASSERT_EQ(worlds.rows.size(), 1U);
  EXPECT_EQ(std::get<std::string>(worlds.rows[0][0]), "need.easing");
  EXPECT_EQ(std::get<double>(worlds.rows[0][4]), 2.4);
  EXPECT_EQ(called(all, "Differences").rows.size(), 4U);
}

TEST(Workbook, gives_equal_sheets_equal_bytes) {
  const TemporaryFolder folder;
  write(folder.path() + "/a.xlsx", sheets());
  write(folder.path() + "/b.xlsx", sheets());
  EXPECT_TRUE(bytes_of(folder.path() + "/a.xlsx") == bytes_of(folder.path() + "/b.xlsx"));
}

// What an accessibility check of a government spreadsheet looks for.
TEST(Workbook, has_one_table_a_sheet_no_merged_and_no_empty_cells_and_headings_in_sight) {
  const TemporaryFolder folder;
  write(folder.path() + "/a.xlsx", sheets());
  const ProgramRun found = run_program(
      "/usr/bin/python3",
      {"-c",
       "import openpyxl, sys\n"
       "from openpyxl.utils import range_boundaries\n"
       "book = openpyxl.load_workbook(sys.argv[1])\n"
       "for sheet in book:\n"
       "  assert sheet['A1'].value and sheet['A1'].font.bold, sheet.title\n"
       "  assert not sheet.merged_cells.ranges, sheet.title\n"
       "  if sheet.title == 'Cover':\n"
       "    assert not sheet.tables\n"
       "    continue\n"
       "  [table] = sheet.tables.values()\n"
       "  left, top, right, bottom = range_boundaries(table.ref)\n"
       "  assert (left, right, bottom) == (1, sheet.max_column, sheet.max_row), sheet.title\n"
       "  assert sheet.freeze_panes == 'A%d' % (top + 1), sheet.title\n"
       "  headings = [cell.value for cell in sheet[top]]\n"
       "  assert len(set(headings)) == len(headings)\n"
       "  for row in sheet.iter_rows(min_row=top, values_only=True):\n"
       "    assert all(cell not in (None, '') for cell in row), (sheet.title, row)\n"
       "  assert [column.name for column in table.tableColumns] == headings, sheet.title\n"
       "  assert 'Light' in table.tableStyleInfo.name, 'black on white'\n"
       "  heights = [sheet.row_dimensions[row].height or 15 for row in range(top, bottom + 1)]\n"
       "  assert max(heights) <= 20 * 15, (sheet.title, heights)\n"
       "  if sheet.title == 'Notes':\n"
       "    assert max(heights) > 15 and sheet.cell(bottom, right).alignment.wrap_text\n"
       "values = book['Values']\n"
       "print([cell.value for cell in values[3]][1:3])\n"
       "print([cell.value for cell in values[4]][1:7])\n"
       "print([cell.value for cell in values[6]][1:2], values['G4'].data_type)\n"
       "print(book['Contents']['A4'].hyperlink.location, book.properties.title)\n",
       folder.path() + "/a.xlsx"},
      "/");
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_EQ(found.out,
            "['Measure', 'Meaning']\n"
            "['referrals', 'Referrals to social care', 'children a year', 'base', 'base', 1001.5]\n"
            "['return_12m'] n\n"
            "'Notes'!A1 Families and help: a comparison of simulated scenarios\n");
}

TEST(Spreadsheet, has_each_reporting_year_of_each_monthly_measure) {
  const Sheet years = called(sheets(), "Reporting years");
  ASSERT_EQ(years.rows.size(), 4U) << "two years under two scenarios";
  EXPECT_EQ(std::get<int>(years.rows[0][6]), 2025);
  EXPECT_EQ(std::get<double>(years.rows[0][7]), 12 * 10 + 66) << "10 and the month, summed";
  EXPECT_EQ(std::get<int>(years.rows[1][6]), 2026);
  EXPECT_EQ(std::get<double>(years.rows[1][7]), 12 * 22 + 66);
  EXPECT_EQ(std::get<double>(years.rows[2][7]), 12 * 20 + 66);
}

TEST(Spreadsheet, has_official_figures_beside_the_simulated_ones) {
  const Sheet official = called(sheets(), "Official figures");
  ASSERT_EQ(official.rows.size(), 2U);
  EXPECT_EQ(std::get<double>(official.rows[0][6]), 4505);
  EXPECT_EQ(std::get<std::string>(official.rows[0][7]), "2024");
  EXPECT_EQ(std::get<double>(official.rows[0][8]), referrals_in(0, 0, 0) + 1.5);
}

}  // namespace
}  // namespace stepdown
