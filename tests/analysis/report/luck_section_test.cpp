#include "analysis/report/luck_section.h"

#include <gmock/gmock.h>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"
#include "tests/fixtures/written_worlds.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string section_of(const std::string& fitted_by) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write_results_in_worlds(path, fitted_by);
  return luck_section(ReportedResults(path, {"a"}));
}

TEST(LuckSection, has_a_bar_for_each_headline_measure_with_its_numbers_in_a_table) {
  const std::string html = section_of("");
  EXPECT_THAT(html, AllOf(HasSubstr("data-picture=\"luck\""), HasSubstr("data-part=\"luck\""),
                          HasSubstr("Cases without a social worker"),
                          HasSubstr("mostly not knowing"), Not(HasSubstr("In no answer"))));
}

TEST(LuckSection, says_whether_more_runs_would_help) {
  EXPECT_THAT(section_of(""), AllOf(HasSubstr("more runs will not reduce it"),
                                    HasSubstr("luck alone would spread the difference by")));
}

TEST(LuckSection, says_whose_figures_the_worlds_fit) {
  EXPECT_THAT(section_of(""), HasSubstr("3 worlds that fit the official figures about as well"));
  EXPECT_THAT(section_of("stepdown calibrate"), HasSubstr("3 worlds that fit Kent"));
}

TEST(LuckSection, says_nothing_of_one_world) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write_results(path, results_in_coventry());
  EXPECT_THAT(luck_section(ReportedResults(path, {"base"})), IsEmpty());
}

}  // namespace
}  // namespace stepdown
