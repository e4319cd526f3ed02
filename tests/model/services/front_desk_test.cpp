#include "model/services/front_desk.h"

#include <gtest/gtest.h>

#include <limits>

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

FrontDesk desk_of(std::size_t staff, double now = 0.0) {
  FrontDesk desk;
  desk.set_staff(staff, now);
  return desk;
}

TEST(FrontDesk, that_is_free_decides_after_the_time_of_a_decision) {
  FrontDesk desk = desk_of(1);
  EXPECT_EQ(desk.decision_on(10.0, 2.0, never), 12.0);
  EXPECT_EQ(desk.decision_on(20.0, 2.0, never), 22.0);
}

TEST(FrontDesk, that_is_busy_decides_in_the_order_in_which_referrals_come) {
  FrontDesk desk = desk_of(2);
  EXPECT_EQ(desk.decision_on(0.0, 3.0, never), 3.0);
  EXPECT_EQ(desk.decision_on(1.0, 3.0, never), 4.0);
  EXPECT_EQ(desk.decision_on(1.5, 3.0, never), 6.0) << "whoever is free first, at day 3";
  EXPECT_EQ(desk.decision_on(1.5, 3.0, never), 7.0);
  EXPECT_EQ(desk.decision_on(6.5, 3.0, never), 9.5) << "free since day 6";
}

TEST(FrontDesk, without_staff_never_decides) {
  FrontDesk desk = desk_of(0);
  EXPECT_EQ(desk.decision_on(1.0, 3.0, never), never);
}

TEST(FrontDesk, with_new_staff_decides_sooner_and_with_fewer_loses_no_work_that_was_begun) {
  FrontDesk desk = desk_of(1);
  desk.decision_on(0.0, 100.0, never);
  desk.set_staff(2, 10.0);
  EXPECT_EQ(desk.staff(), 2u);
  EXPECT_EQ(desk.decision_on(10.0, 3.0, never), 13.0);
  desk.set_staff(1, 11.0);
  EXPECT_EQ(desk.decision_on(11.0, 3.0, never), 103.0) << "after the decision of day 100";
}

}  // namespace
}  // namespace stepdown
