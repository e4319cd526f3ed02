#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "tests/model/mechanisms/whole_run.h"

// When a decision or a shock comes: the months before are as they would have been. The months of a
// decision are twelfths of a year, which begin within two days of the calendar months of a series;
// and where clocks follow calendar time, the last bits of times depend on all of it.

namespace stepdown {
namespace {

/// Whether the month differs in any measure by more than last bits.
bool differ_in(std::size_t month, const Outcomes& a, const Outcomes& b) {
  const std::size_t width = monthly_measures().size();
  for (std::size_t i = month * width; i < (month + 1) * width; ++i) {
    const bool both_none = std::isnan(a.monthly[i]) && std::isnan(b.monthly[i]);
    if (!both_none &&
        !(std::abs(a.monthly[i] - b.monthly[i]) <= 1e-9 * std::max(1.0, std::abs(a.monthly[i])))) {
      return true;
    }
  }
  return false;
}

/// Nothing moves before the month, and something in the year that follows. Shocks come and go by
/// twelfths of a year, which may begin up to two days before a month of the calendar.
void expect_from_month_on(std::string_view parameter, const Settings& decision,
                          std::size_t early = 0) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  const Outcomes without = lived({});
  for (const std::size_t from : {0U, 7U, 12U, 20U}) {
    Settings settings = decision;
    settings.emplace_back(parameter, static_cast<double>(from));
    const Outcomes with = lived(settings);
    for (std::size_t month = 0; month + early < from; ++month) {
      EXPECT_FALSE(differ_in(month, without, with)) << month << " of " << from;
    }
    bool moved = false;
    for (std::size_t month = from; month < from + 12; ++month) {
      moved |= differ_in(month, without, with);
    }
    EXPECT_TRUE(moved) << parameter << " = " << from;
  }
}

TEST(Decision, changes_nothing_before_its_month) {
  expect_from_month_on("policy.from_month", {{"threshold.referral", 2.5}});
}

// EV52
TEST(StaffExodus, changes_nothing_before_its_month) {
  expect_from_month_on("shock.staff_exodus.at_month", {{"shock.staff_exodus.share", 0.6}});
}

// EV9, EV26, EV42
TEST(Shock, changes_nothing_before_its_month) {
  expect_from_month_on("shock.cost_of_living.from_month", {{"shock.cost_of_living.size", 3}}, 1);
  expect_from_month_on("shock.crises.from_month", {{"shock.crises.size", 3}}, 1);
  expect_from_month_on("shock.publicity.from_month", {{"shock.publicity.size", 3}}, 1);
  expect_from_month_on("shock.arrivals.from_month", {{"shock.arrivals.size", 3}}, 1);
  expect_from_month_on("shock.partner_cuts.from_month", {{"shock.partner_cuts.size", 0.3}}, 1);
}

// EV52
TEST(Shock, comes_in_its_month_even_before_a_decision) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  const Outcomes later = lived({{"policy.from_month", 20}});
  for (const Setting& shock :
       Settings{{"shock.cost_of_living.size", 3}, {"shock.staff_exodus.share", 0.6}}) {
    EXPECT_TRUE(differ_in(6, later, lived({{"policy.from_month", 20}, shock}))) << shock.name;
  }
}

}  // namespace
}  // namespace stepdown
