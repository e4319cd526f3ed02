#include "analysis/csv_cell.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace stepdown {
namespace {

TEST(CsvNumber, is_read_back_exactly) {
  for (const double value : {0.1, -1.0 / 3, 6.02e23, 0.0}) {
    EXPECT_EQ(std::stod(csv_number(value)), value);
  }
  EXPECT_EQ(csv_number(NAN), "");
}

TEST(CsvCell, quotes_only_what_needs_it) {
  EXPECT_EQ(csv_cell("tapered"), "tapered");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
}

}  // namespace
}  // namespace stepdown
