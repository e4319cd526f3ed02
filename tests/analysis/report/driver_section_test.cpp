#include "analysis/report/driver_section.h"

#include <gmock/gmock.h>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::size_t many_worlds = 24;

// The easing of need goes from 1 to 2 through the worlds, and with it the difference of severe need
// from 0 to `times` children; another number goes up and down and has nothing to do with it.
WholeResults driven(std::size_t worlds, double times) {
  WholeResults whole = whole_results({"child_years_level_4_to_5"});
  whole.runs = 2;
  for (std::size_t world = 0; world < worlds; ++world) {
    const std::string text =
        "need.easing = " + std::to_string(1 + static_cast<double>(world) / many_worlds) +
        "\ntrust.effect = " + (world % 2 == 0 ? "0.1" : "0.2") + '\n';
    whole.made.draws.push_back({"world_" + std::to_string(world), {text, text}});
  }
  whole.of_run = [times](std::string_view, std::size_t s, std::size_t draw, std::uint32_t run) {
    return 100.0 + run + (s == 0 ? 0 : times * static_cast<double>(draw) / many_worlds);
  };
  return whole;
}

std::string section_of(const WholeResults& whole) {
  return section_of_report(driver_section, whole);
}

TEST(DriverSection, says_what_goes_most_with_severe_need) {
  EXPECT_THAT(section_of(driven(many_worlds, 48)),
              AllOf(HasSubstr("What goes most with severe need: easing from level 2 to 1"),
                    HasSubstr("(under Tapered)"), HasSubstr("data-picture=\"drivers\"")));
}

TEST(DriverSection, has_a_row_for_each_number_that_varies_the_strongest_first) {
  const auto rows = rows_in_page(section_of(driven(many_worlds, 48)), "drivers-1");
  ASSERT_THAT(rows, SizeIs(1 + 2));
  EXPECT_THAT(rows[1][0], HasSubstr("need.easing"));
  EXPECT_LT(std::stod(rows[1][1]), std::stod(rows[1][2])) << "more where it is high";
  EXPECT_EQ(std::stod(rows[1][3]), 1) << "they go together without exception";
  EXPECT_EQ(rows[1][4], "goes with it");
  EXPECT_THAT(rows[2][0], HasSubstr("trust.effect"));
  EXPECT_EQ(rows[2][4], "may be chance");
}

TEST(DriverSection, draws_nothing_where_no_number_makes_a_difference) {
  const std::string html = section_of(driven(many_worlds, 0));
  EXPECT_THAT(html, HasSubstr("No uncertain number makes a difference to severe need"));
  EXPECT_THAT(rows_in_page(html, "drivers-1"), IsEmpty());
}

TEST(DriverSection, of_one_world_and_of_few_says_how_to_run_more) {
  constexpr const char* how = "--ensemble --out FOLDER";
  EXPECT_THAT(section_of(driven(1, 48)), AllOf(HasSubstr("One world was run"), HasSubstr(how)));
  EXPECT_THAT(section_of(driven(5, 48)), AllOf(HasSubstr("5 worlds were run"), HasSubstr(how)));
  EXPECT_THAT(section_of(driven(6, 48)), Not(HasSubstr(how)));
}

}  // namespace
}  // namespace stepdown
