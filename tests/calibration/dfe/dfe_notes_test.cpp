#include "calibration/dfe/dfe_notes.h"

#include <gmock/gmock.h>

#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> notes(const std::map<std::string, std::string>& files, const char* called,
                               int first = 2019, int last = 2024) {
  const TemporaryFolder folder;
  write_tables(folder, "dfe", files);
  const DfePanel panel = read_dfe(folder.path() + "/dfe");
  return notes_of(panel, panel.authorities.at(find_authority(panel, called).value()), first, last);
}

TEST(DfeNotes, tell_years_without_a_figure) {
  const auto all = notes(published_tables(), "990", 2017, 2024);
  EXPECT_THAT(all, Contains("no figure of 2017, 2018 for any measure but "
                            "child_in_need_plans_per_10000, looked_after_per_10000, "
                            "plans_ended_within_24m, caseload_social_worker"));
  EXPECT_THAT(all, Contains("no figure of 2017 to 2024 for plans_ended_within_24m"));
  EXPECT_THAT(all, Contains(HasSubstr("the first referrals of Norvale & Tarn are of 2019")));
}

TEST(DfeNotes, tell_that_an_authority_ended_and_that_it_is_small) {
  const auto all = notes(published_tables(), "991");
  EXPECT_THAT(all, Contains(HasSubstr("the last referrals of St. Brannock are of 2023: levels are "
                                      "carried on to 2024")));
  EXPECT_THAT(all, Contains(HasSubstr("fewer than 500 referrals in 2023")));
}

TEST(DfeNotes, tell_facts_that_are_missing_or_older) {
  PublishedPlace place;
  place.year = 2024;
  place.children = PlaceFact{50'000, "c", 2023};
  place.turnover = PlaceFact{0.1, "t", 2024};
  const auto all = notes_on(place);
  EXPECT_THAT(all, Contains("population.children is that of 2023"));
  EXPECT_THAT(all, Contains(HasSubstr("no workforce.social_workers")));
  EXPECT_THAT(all, Not(Contains(HasSubstr("turnover"))));
}

TEST(DfeNotes, count_withheld_cells_by_file_and_kind) {
  const auto all = notes(published_tables(), "990", 2024, 2024);
  EXPECT_THAT(all, Contains("`c2_assessments.csv`: 2 cells suppressed (c), not taken as 0: "
                            "2024, 1-10_days, Same_day"));
  EXPECT_THAT(all, Contains(HasSubstr("rounded to nothing (low)")));
  EXPECT_THAT(
      notes(published_tables(), "991", 2024, 2024),
      Contains(HasSubstr("`c1_referrals.csv`: 8 cells of low reliability (u), not taken as 0: "
                         "2024, 8 columns")));
}

TEST(DfeNotes, tell_tables_that_are_missing_and_files_that_are_not_used) {
  auto files = published_tables();
  files.erase("d3_again.csv");
  files.erase("population.csv");
  const auto all = notes(files, "990");
  EXPECT_THAT(all, Contains("table D3 (second or subsequent protection plans) is not in the "
                            "folder: no target for second_or_subsequent_plan"));
  EXPECT_THAT(all, Contains(HasSubstr("table of population estimates")));
  EXPECT_THAT(all, Contains(HasSubstr("c5_sources.csv")));
  EXPECT_THAT(all, Not(Contains(HasSubstr("notes.csv"))));
}

TEST(DfeNotes, tell_rows_that_could_not_be_used) {
  auto files = published_tables();
  std::string& c1 = files["c1_referrals.csv"];
  c1 += c1.substr(c1.find("2024,Reporting year,Local"));
  c1 += "short,row\n";
  const auto all = notes(files, "990");
  EXPECT_THAT(all, Contains(HasSubstr("1 row was left out for having more or fewer cells")));
  EXPECT_THAT(all, Contains(HasSubstr("stand there twice; the first is taken")));
}

TEST(DfeNotes, tell_two_of_one_name_and_rows_of_two_together) {
  auto files = published_tables();
  files["c1_referrals.csv"] +=
      "2019,Reporting year,Local authority,E92000001,England,E1,N,980,E10000980,Norvale and "
      "Tarn,Some,1,1,1,1,1,1,1,1\n";
  EXPECT_THAT(notes(files, "990"),
              Contains(HasSubstr("taken is 990 (published until 2024), the other one is 980 "
                                 "(until 2019)")));
  EXPECT_THAT(notes(files, "991"), Contains(HasSubstr("counts St. Brannock / Tidewater together")));
}

}  // namespace
}  // namespace stepdown
