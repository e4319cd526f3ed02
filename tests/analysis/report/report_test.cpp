#include "analysis/report/report.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const WholeResults& whole) {
  const TemporaryFolder folder;
  whole.write(folder.path() + "/results.h5");
  const ReportedResults results(folder.path() + "/results.h5", {"base"});
  publish_report(results, folder.path() + "/report.html");
  EXPECT_EQ(bytes_of(folder.path() + "/report.html"), report_html(results));
  return report_html(results);
}

TEST(Report, has_contents_that_lead_to_each_section_and_to_no_other) {
  const std::string page = page_of(more_referred());
  const std::size_t nav = page.find("<nav aria-label=\"Contents\">");
  ASSERT_NE(nav, std::string::npos);
  const std::string contents = page.substr(nav, page.find("</nav>") - nav);
  for (const char* id :
       {"sentences", "changes", "drivers", "assumptions", "method", "provenance"}) {
    EXPECT_THAT(contents, HasSubstr(std::string("href=\"#") + id + '"'));
    EXPECT_THAT(page, HasSubstr(std::string("<h2 id=\"") + id + '"'));
  }
  EXPECT_THAT(page, AllOf(Not(HasSubstr("#flows")), Not(HasSubstr("#cost")))) << "nothing of them";
}

TEST(Report, asks_for_nothing_from_elsewhere) {
  const std::string page = page_of(more_referred());
  EXPECT_THAT(page, AllOf(HasSubstr("default-src 'none'"), HasSubstr("<html lang=\"en-GB\">"),
                          HasSubstr("<title>Coventry: Tapered compared with As it is</title>"),
                          HasSubstr("href=\"#answer\"")));
}

}  // namespace
}  // namespace stepdown
