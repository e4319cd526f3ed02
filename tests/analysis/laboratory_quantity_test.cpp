#include "analysis/laboratory_quantity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(LaboratoryQuantities, have_the_half_width_of_a_99_percent_interval) {
  ComparisonValues values({"mmc"});
  values.add("p_wait", "share", MeasureGroup::laboratory, {{1, 2, 3, 4, 5}});
  const std::vector<LaboratoryQuantity> found = laboratory_quantities(values.made(), 0);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "p_wait");
  EXPECT_DOUBLE_EQ(found[0].values[0], 3);
  // 99.5% point of t with 4 degrees of freedom: 4.604095.
  EXPECT_NEAR(found[0].half_widths[0], 4.604095 * std::sqrt(2.5 / 5), 1e-6);
}

TEST(LaboratoryQuantities, gather_the_five_levels) {
  ComparisonValues values({"need_only"});
  for (int level = 1; level <= 5; ++level) {
    static const std::vector<std::string> names{"level_occupancy_1", "level_occupancy_2",
                                                "level_occupancy_3", "level_occupancy_4",
                                                "level_occupancy_5"};
    values.add(names[static_cast<std::size_t>(level - 1)], "share", MeasureGroup::laboratory,
               {always(level / 15.0)});
  }
  const std::vector<LaboratoryQuantity> found = laboratory_quantities(values.made(), 0);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "level_occupancy");
  EXPECT_THAT(found[0].values, SizeIs(5));
  EXPECT_NEAR(found[0].values[4], 5 / 15.0, 1e-12);
  EXPECT_THAT(laboratory_table(found), HasSubstr("  level_occupancy, level 5"));
}

TEST(LaboratoryQuantities, leave_out_what_the_system_does_not_have) {
  ComparisonValues values({"mmc"});
  values.add("p_wait", "share", MeasureGroup::laboratory, {always(0.5)});
  values.add("level_occupancy_1", "share", MeasureGroup::laboratory, {always(NAN)});
  EXPECT_THAT(laboratory_quantities(values.made(), 0), SizeIs(1));
}

}  // namespace
}  // namespace stepdown
