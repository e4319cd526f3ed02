#include "analysis/report/difference_section.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(DifferenceSection, has_every_measure_under_both_plans_with_its_difference) {
  WholeResults whole = more_referred();
  whole.runs = 12;
  const std::string page = section_of_report(difference_section, whole);
  const auto rows = rows_in_page(page, "all-differences-1");
  ASSERT_GE(rows.size(), 1U + 1 + 1) << "columns, a heading, a measure";
  EXPECT_THAT(rows[0], ElementsAre("Measure", "As it is", "Tapered", "Mean difference", "± 95%",
                                   "90% range", "Higher in runs", "Verdict"));
  const std::vector<std::string>& row = rows[2];
  ASSERT_EQ(row.size(), 8U);
  EXPECT_EQ(row[4], "0") << "no luck in a difference that is the same in every run";
  EXPECT_EQ(std::stod(row[3]), 10);
  EXPECT_EQ(row[6], "12 of 12");
  EXPECT_EQ(row[7], "higher");
}

TEST(DifferenceSection, draws_per_cents_of_the_baseline) {
  WholeResults whole = whole_results({"return_of_need_24m"});
  whole.of_run = [](std::string_view, std::size_t s, std::size_t, std::uint32_t run) {
    return s == 0 ? 50.0 : 44.0 + run % 3;
  };
  whole.runs = 30;
  const std::string page = section_of_report(difference_section, whole);
  const std::vector<std::string> row =
      row_in_page(page, "differences-need", {"Return of need", "Tapered"});
  ASSERT_EQ(row.size(), 4U);
  EXPECT_NEAR(std::stod(row[0]), -10, 0.5);
  EXPECT_NEAR(std::stod(row[1]), -12, 0.5);
  EXPECT_NEAR(std::stod(row[2]), -8, 0.5);
  EXPECT_EQ(row[3], "lower");
}

/// Return of need falls by a tenth; hardly anybody is unallocated as it is, and many when tapered.
WholeResults many_unallocated() {
  WholeResults whole = whole_results({"return_of_need_24m", "unallocated_mean"});
  whole.of_run = [](std::string_view name, std::size_t s, std::size_t, std::uint32_t run) {
    return name == "unallocated_mean" ? (s == 0 ? 0.1 : 40.0 + run % 3)
                                      : (s == 0 ? 50.0 : 44.0 + run % 3);
  };
  whole.runs = 30;
  return whole;
}

constexpr const char* not_drawn =
    "Not drawn, because there is next to nothing of it under As it is: Cases without a social "
    "worker under Tapered.";

TEST(DifferenceSection, names_what_there_is_next_to_nothing_of_and_does_not_draw_it) {
  const std::string page = section_of_report(difference_section, many_unallocated());
  EXPECT_THAT(page, HasSubstr(not_drawn));
  EXPECT_THAT(rows_in_page(page, "differences-waiting"), IsEmpty());
  EXPECT_THAT(rows_in_page(page, "differences-need"), Not(IsEmpty()));
}

TEST(DifferenceSection, draws_no_range_of_worlds_without_the_worlds_at_its_end) {
  WholeResults whole = many_unallocated();
  whole.made.draws = {{"one", {"", ""}}, {"two", {"", ""}}};
  whole.of_run = [](std::string_view name, std::size_t s, std::size_t world, std::uint32_t run) {
    return name == "unallocated_mean" ? (s == 0 ? (world == 0 ? 30.0 : 0.1) : 40.0 + run % 3)
                                      : (s == 0 ? 50.0 : 44.0 + run % 3);
  };
  const std::string page = section_of_report(difference_section, whole);
  EXPECT_THAT(page, HasSubstr(not_drawn));
  EXPECT_THAT(rows_in_page(page, "differences-waiting"), IsEmpty());
}

}  // namespace
}  // namespace stepdown
