#include "model/outcomes/by_slot.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stepdown {
namespace {

TEST(BySlot, has_room_for_families_that_arrive_later) {
  BySlot<double> days(2, -1.0);
  days[1] = 10;
  EXPECT_EQ(days[7], -1.0);
  days[7] = 20;
  EXPECT_EQ(days[1], 10.0);
  EXPECT_EQ(std::ranges::count_if(days, [](double day) { return day >= 0; }), 2);
}

TEST(BySlot, forgets_a_family_whose_row_another_takes) {
  BySlot<int> steps(1);
  steps[0] = 3;
  steps.forget(0);
  EXPECT_EQ(steps[0], 0);
}

}  // namespace
}  // namespace stepdown
