#include "analysis/export/official_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

TEST(OfficialColumn, is_the_departments_for_what_it_counts_too) {
  EXPECT_EQ(official_column("rereferral_12m").column, "Re_referrals_percent");
  EXPECT_EQ(official_column("rereferral_12m").table, "Children in need, C1");
  EXPECT_EQ(official_column("month_stock_child_protection").column, "CPP_At31");
}

TEST(OfficialColumn, is_empty_for_what_no_table_counts) {
  EXPECT_TRUE(official_column("return_of_need_24m").column.empty());
}

TEST(OfficialColumns, are_of_measures_that_there_are) {
  int found = 0;
  for (const Measure& measure : outcome_registry()) {
    found += official_column(measure.name).column.empty() ? 0 : 1;
  }
  EXPECT_EQ(found, 24);
}

}  // namespace
}  // namespace stepdown
