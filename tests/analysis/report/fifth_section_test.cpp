#include "analysis/report/fifth_section.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/fixtures/comparison_values.h"
#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

TEST(FifthsOfAreas, are_counted_in_the_message) {
  ComparisonValues values({"The base", "A"});
  static const std::vector<std::string> names = {"level_4_to_5_fifth_1", "level_4_to_5_fifth_2",
                                                 "level_4_to_5_fifth_3", "level_4_to_5_fifth_4",
                                                 "level_4_to_5_fifth_5"};
  for (std::size_t fifth = 0; fifth < names.size(); ++fifth) {
    values.add(names[fifth], "per 100 children", MeasureGroup::fifths,
               {always(3), fifth == 0 ? evenly(2.5, 3.5) : evenly(2.0, 2.5)});
  }
  EXPECT_EQ(message_of_fifths(values.made()),
            "Severe need is lower in four of five fifths and too close to call in one of five "
            "fifths under A");
}

TEST(FifthsOfAreas, have_a_picture_with_a_row_for_each_fifth_and_none_without_a_measure) {
  const auto section_of = [](std::vector<std::string_view> kept) {
    WholeResults whole = whole_results(std::move(kept));
    whole.runs = 12;
    whole.of_run = [](std::string_view, std::size_t s, std::size_t, std::uint32_t run) {
      return 3.0 + run / 10.0 - 1.2 * static_cast<double>(s);
    };
    return section_of_report(fifth_section, whole);
  };
  const std::string html = section_of({"level_4_to_5_fifth_"});
  EXPECT_THAT(html, ::testing::HasSubstr("<figure id=\"picture-fifths\""));
  EXPECT_THAT(html, ::testing::HasSubstr("Severe need is lower in all five fifths"));
  EXPECT_EQ(section_of({"referrals"}), "");
}

TEST(FifthsOfAreas, are_drawn_as_finely_as_their_ranges_are_narrow) {
  WholeResults whole = whole_results({"level_4_to_5_fifth_"});
  whole.of_run = [](std::string_view, std::size_t s, std::size_t, std::uint32_t run) {
    return s == 0 ? 3.0 : 1.8 + 0.001 * run;
  };
  const auto rows = rows_in_page(section_of_report(fifth_section, whole), "fifths-severe-need");
  ASSERT_EQ(rows.size(), 1U + 5);
  EXPECT_THAT(rows[1], ::testing::ElementsAre("Least deprived fifth", "Tapered", "-11.985",
                                              "-11.998", "-11.972", "too few runs to tell"));
}

}  // namespace
}  // namespace stepdown
