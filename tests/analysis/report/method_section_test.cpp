#include "analysis/report/method_section.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(MethodSection, says_how_long_and_how_often) {
  WholeResults whole = more_referred();
  whole.made.seed = 77;
  whole.made.scenarios[0].question = "Is it better?";
  const std::string page = section_of_report(method_section, whole);
  EXPECT_THAT(row_in_page(page, "stress-des", {"1.1 Purpose"}), ElementsAre("Is it better?"));
  EXPECT_THAT(row_in_page(page, "stress-des", {"4.2 Length of a run"}),
              ElementsAre("2 years from 1 April 2024."));
  EXPECT_THAT(row_in_page(page, "stress-des", {"4.3 Estimation"}).front(),
              HasSubstr("4 runs of each plan"));
  EXPECT_THAT(row_in_page(page, "stress-des", {"5.2 Random sampling"}).front(),
              HasSubstr("keyed by seed 77"));
  EXPECT_THAT(
      row_in_page(section_of_report(method_section, more_referred()), "stress-des", {"1.1 Purpose"})
          .front(),
      HasSubstr("To compare decisions"));
}

}  // namespace
}  // namespace stepdown
