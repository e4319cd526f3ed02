#include "analysis/report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

HtmlTable lists() {
  return {"lists",
          "Lists & more",
          {{"Quarter", "date"}, {"Median", "median"}, {"For people"}},
          {{"", {{{"31 March 2027", "2027-03-31"}, {"1,234"}, {"few", "", "of many"}}}}}};
}

TEST(Html, takes_its_own_signs_out_of_texts) {
  EXPECT_EQ(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
}

TEST(HtmlTable, has_a_caption_titles_of_rows_and_values_for_pictures) {
  EXPECT_THAT(table_html(lists()),
              AllOf(HasSubstr("<caption id=\"lists-caption\">Lists &amp; more</caption>"),
                    HasSubstr("<th scope=\"col\" data-key=\"median\">Median</th>"),
                    HasSubstr("<th scope=\"row\" data-value=\"2027-03-31\">31 March 2027</th>"),
                    HasSubstr("<td>1,234</td>"), HasSubstr("few <small>of many</small>")));
}

TEST(HtmlTable, scrolls_in_a_named_region_that_the_keyboard_reaches) {
  EXPECT_THAT(table_html(lists()),
              HasSubstr("role=\"region\" tabindex=\"0\" aria-labelledby=\"lists-caption\""));
}

TEST(HtmlTable, is_csv_with_numbers_that_a_spreadsheet_reads) {
  EXPECT_EQ(table_csv(lists()), "Quarter,Median,For people\n2027-03-31,1234,few; of many\n");
}

TEST(DownloadLink, holds_the_file_itself) {
  const std::string link = download_link("a.csv", "x,y\n1,\"2 #%\"\n", "Save");
  EXPECT_THAT(link, AllOf(HasSubstr("download=\"a.csv\""),
                          HasSubstr("data:text/csv;charset=utf-8,x,y%0A1,%222%20%23%25%22%0A"),
                          Not(HasSubstr("http"))));
}

}  // namespace
}  // namespace stepdown
