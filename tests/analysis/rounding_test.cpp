#include "analysis/rounding.h"

#include <limits>

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(Grain, leaves_the_width_two_digits) {
  EXPECT_DOUBLE_EQ(grain_of(54), 1);
  EXPECT_DOUBLE_EQ(grain_of(540), 10);
  EXPECT_DOUBLE_EQ(grain_of(1.2), 0.1);
  EXPECT_DOUBLE_EQ(grain_of(0.031), 0.001);
}

TEST(Grain, of_no_width_is_none) {
  EXPECT_EQ(grain_of(0), 0);
  EXPECT_EQ(grain_of(std::numeric_limits<double>::quiet_NaN()), 0);
  EXPECT_EQ(grain_of(std::numeric_limits<double>::infinity()), 0);
}

TEST(Rounding, is_no_finer_than_the_grain) {
  EXPECT_EQ(rounded(38.4, grain_of(54)), "38");
  EXPECT_EQ(rounded(12'344, grain_of(540)), "12,340");
  EXPECT_EQ(rounded(0.03149, grain_of(0.031)), "0.031");
  EXPECT_EQ(rounded(3, grain_of(1.2)), "3.0");
}

TEST(Rounding, puts_commas_between_thousands) {
  EXPECT_EQ(rounded(1'234'567, 1), "1,234,567");
  EXPECT_EQ(rounded(-123'456, 1), "-123,456");
  EXPECT_EQ(rounded(-123, 1), "-123");
  EXPECT_EQ(rounded(1234.5, 0.1), "1,234.5");
}

TEST(Rounding, never_says_minus_zero) {
  EXPECT_EQ(rounded(-0.2, 1), "0");
  EXPECT_EQ(rounded(-0.0, 0), "0");
}

TEST(Rounding, gives_exact_numbers_four_digits_and_no_closing_zeros) {
  EXPECT_EQ(rounded(0, 0), "0");
  EXPECT_EQ(rounded(2, 0), "2");
  EXPECT_EQ(rounded(0.125, 0), "0.125");
  EXPECT_EQ(rounded(1.0 / 3, 0), "0.3333");
  EXPECT_EQ(rounded(62'500, 0), "62,500");
}

TEST(Rounding, does_not_show_the_noise_of_sums) {
  EXPECT_EQ(rounded(350'000.00000000006, 1e-11), "350,000");
  EXPECT_EQ(rounded(619'999.9999999986, 1e-11), "620,000");
}

TEST(Rounding, says_when_there_is_no_number) {
  EXPECT_EQ(rounded(std::numeric_limits<double>::quiet_NaN(), 1), "-");
}

}  // namespace
}  // namespace stepdown
