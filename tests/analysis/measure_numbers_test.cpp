#include "analysis/measure_numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace stepdown {
namespace {

Summary of(const std::vector<double>& values) { return summarise(values); }

TEST(MeasureNumbers, are_as_exact_as_their_range) {
  const MeasureNumbers numbers(100);
  EXPECT_EQ(numbers.range(of({101.26, 131.74})), "103 to 130");
  EXPECT_EQ(numbers.text(101.267, 0.5), "101.27");
}

TEST(MeasureNumbers, of_millions_are_told_in_millions) {
  const MeasureNumbers numbers(44'500'000);
  EXPECT_EQ(numbers.text(44'512'345, 2e6), "44.5m");
  EXPECT_EQ(numbers.text(0, 2e6), "0.0");
}

TEST(MeasureNumbers, that_do_not_exist_are_a_dash) {
  EXPECT_EQ(MeasureNumbers(1).range(of({})), "-");
  EXPECT_EQ(MeasureNumbers(1).half_width(of({1.0})), "");
}

TEST(SignOfUnit, is_that_of_a_percentage) {
  EXPECT_EQ(with_sign_of_unit("22.4", "%"), "22.4%");
  EXPECT_EQ(with_sign_of_unit("22.4", "days"), "22.4");
  EXPECT_EQ(with_sign_of_unit("-", "%"), "-");
}

}  // namespace
}  // namespace stepdown
