#include "calibration/dfe/dfe_cell.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(DfeCell, is_a_figure) {
  EXPECT_EQ(read_cell("692.2").value, 692.2);
  EXPECT_TRUE(read_cell("0").has_figure());
  EXPECT_EQ(read_cell("24,111").value, 24111);
}

TEST(DfeCell, is_never_nought_when_it_is_withheld) {
  for (const auto& [text, reason] :
       {std::pair("c", Withheld::suppressed), std::pair("C", Withheld::suppressed),
        std::pair("x", Withheld::not_available), std::pair(":", Withheld::not_available),
        std::pair("[x]", Withheld::not_available), std::pair("z", Withheld::not_applicable),
        std::pair("Z", Withheld::not_applicable), std::pair("u", Withheld::unreliable),
        std::pair("low", Withheld::rounds_to_zero), std::pair("k", Withheld::below_threshold),
        std::pair("-", Withheld::below_threshold), std::pair("", Withheld::blank),
        std::pair("about 5", Withheld::unknown_symbol), std::pair("5%", Withheld::unknown_symbol),
        std::pair("-3", Withheld::unknown_symbol), std::pair("nan", Withheld::unknown_symbol)}) {
    EXPECT_FALSE(read_cell(text).has_figure()) << text;
    EXPECT_EQ(read_cell(text).withheld, reason) << text;
  }
}

TEST(YearOfPeriod, is_the_one_in_which_it_ends) {
  EXPECT_EQ(year_of_period("2024"), 2024);
  EXPECT_EQ(year_of_period("202324"), 2024);
  EXPECT_EQ(year_of_period("2023/24"), 2024);
  EXPECT_EQ(year_of_period("2023-24"), 2024);
  EXPECT_EQ(year_of_period("199900"), 2000);
}

TEST(YearOfPeriod, is_none_where_two_years_do_not_follow_one_another) {
  for (const char* text : {"", "24", "202325", "202423", "2023 24", "year", "20232024", "202x"}) {
    EXPECT_EQ(year_of_period(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace stepdown
