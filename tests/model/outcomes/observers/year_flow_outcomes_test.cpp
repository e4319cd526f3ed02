#include "model/outcomes/observers/year_flow_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "model/processes/closing.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// Where the children of a quiet authority are at the ends of months that a test names.
class YearFlows : public testing::Test {
 protected:
  void watch() {
    observer_ = year_flow_outcomes().observe({small_.rules.p, small_.authority, 730.5, 2});
  }
  void month_ends(std::size_t month) { observer_->month_ended(small_.authority, month); }

  /// In the last month that ended.
  double value(std::string_view name) const {
    const auto measures = year_flow_outcomes().monthly_measures;
    const auto at = std::ranges::find(measures, name, &Measure::name);
    EXPECT_NE(at, measures.end()) << name;
    const std::vector<double> all = observer_->monthly_values();
    return all.at(all.size() - measures.size() + static_cast<std::size_t>(at - measures.begin()));
  }
  double sum() const {
    double all = 0;
    for (const Measure& measure : year_flow_outcomes().monthly_measures) {
      all += value(measure.name);
    }
    return all;
  }

  SmallWorld small_{quiet_authority()};
  std::unique_ptr<OutcomeObserver> observer_;
};

TEST_F(YearFlows, are_told_on_31_March_alone) {
  watch();
  month_ends(10);
  EXPECT_TRUE(std::isnan(value("year_flow_universal_to_community")));
  month_ends(11);
  EXPECT_EQ(value("year_flow_universal_to_community"), 0.0);
}

TEST_F(YearFlows, go_from_where_a_child_was_a_year_ago_to_where_it_is) {
  const FamilySlot family = small_.new_family(2);
  small_.seek(family, targeted);
  watch();
  small_.seek(small_.new_family(3), community);
  month_ends(11);
  EXPECT_EQ(value("year_flow_targeted_to_targeted"), 2.0);
  EXPECT_EQ(value("year_flow_universal_to_community"), 3.0);
  EXPECT_EQ(sum(), 5.0);
  small_.live_until(10);
  end_case(small_.world, family, ClosingReason::good_review);
  month_ends(23);
  EXPECT_EQ(value("year_flow_targeted_to_universal"), 2.0);
  EXPECT_EQ(value("year_flow_community_to_community"), 3.0);
}

TEST_F(YearFlows, have_a_child_in_care_there_and_its_plan_where_it_is) {
  watch();
  small_.open_statutory(small_.new_family(2, NeglectLevel::five), ServiceTier::child_protection);
  small_.open_statutory(small_.new_family(1, NeglectLevel::five), ServiceTier::looked_after);
  month_ends(11);
  EXPECT_EQ(value("year_flow_universal_to_protection"), 2.0);
  EXPECT_EQ(value("year_flow_universal_to_care"), 1.0);
}

TEST_F(YearFlows, let_a_family_that_leaves_go_and_another_come_into_its_row) {
  const FamilySlot family = small_.new_family(2);
  small_.seek(family, targeted);
  watch();
  small_.authority.families.family(family).id += 1000;
  month_ends(11);
  EXPECT_EQ(value("year_flow_targeted_to_universal"), 2.0);
  EXPECT_EQ(value("year_flow_universal_to_targeted"), 2.0);
}

}  // namespace
}  // namespace stepdown
