#include "calibration/dfe/dfe_place_text.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "scenarios/text_faults.h"
#include "scenarios/toml_text.h"
#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string place_of(const char* called) {
  const TemporaryFolder folder;
  write_tables(folder, "dfe", published_tables());
  const DfePanel panel = read_dfe(folder.path() + "/dfe");
  return written_place(
      published_place_of(panel, panel.authorities.at(find_authority(panel, called).value()),
                         panel_variances(panel, 2024), 2019, 2024));
}

TEST(DfePlaceText, is_toml_with_facts_and_observed_figures) {
  const std::string text = place_of("990");
  std::vector<Problem> problems;
  ASSERT_TRUE(read_toml({"place.toml", lines_of(text)}, problems));
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_THAT(text, HasSubstr("title = \"Norvale & Tarn\""));
  EXPECT_THAT(text, HasSubstr("Open Government Licence"));
  EXPECT_THAT(text, HasSubstr("children = { value = 50000, "));
  EXPECT_THAT(text, HasSubstr("social_workers = { value = 90, "));
  EXPECT_THAT(text, HasSubstr("turnover = { value = 0.125, "));
  EXPECT_THAT(text, Not(HasSubstr("absence =")));
  EXPECT_THAT(text, HasSubstr("rereferral_12m = { value = 24, source = \"DfE, c1_referrals.csv: "
                              "Re_referrals_percent\", year = 2024 }"));
  EXPECT_THAT(text, HasSubstr("looked_after_at_31_march = { value = 350, "));
}

TEST(DfePlaceText, of_england_has_the_size_of_the_median_authority) {
  const std::string text = place_of("England");
  EXPECT_THAT(text, HasSubstr("children = { value = 62500, "));
  EXPECT_THAT(text, HasSubstr("social_workers = { value = 108, "));
  EXPECT_THAT(text, HasSubstr("place_factor = { value = 1, "));
  EXPECT_THAT(text, HasSubstr("referrals = { value = 3223, "));
  EXPECT_THAT(text, HasSubstr("referrals_per_10000 = { value = 518.3, "));
}

TEST(FileStem, is_a_name_in_small_letters) {
  EXPECT_EQ(file_stem_of("Telford and Wrekin"), "telford_and_wrekin");
  EXPECT_EQ(file_stem_of("Norvale & Tarn"), "norvale_and_tarn");
  EXPECT_EQ(file_stem_of("Kingston upon Hull, City of"), "kingston_upon_hull_city_of");
  EXPECT_EQ(file_stem_of("St. Helens"), "st_helens");
  EXPECT_EQ(file_stem_of("../up"), "up");
  EXPECT_EQ(file_stem_of("&"), "and");
  EXPECT_EQ(file_stem_of("//"), "place");
}

}  // namespace
}  // namespace stepdown
