#include "analysis/measure_group.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(MeasureGroups, have_a_heading_each) {
  std::set<std::string_view> headings;
  for (const MeasureGroup group : all_measure_groups) {
    EXPECT_TRUE(headings.insert(heading_of(group)).second) << heading_of(group);
  }
}

TEST(MeasureGroups, hold_every_measure_there_is) {
  for (const Measure& measure : outcome_registry()) {
    EXPECT_THAT(all_measure_groups, Contains(measure.group)) << measure.name;
  }
}

TEST(GroupsShown, leave_out_what_is_told_in_parts_until_somebody_asks) {
  const std::vector<MeasureGroup> usual = groups_shown();
  EXPECT_EQ(usual.size(), all_measure_groups.size() - groups_on_request.size());
  EXPECT_THAT(usual, Not(Contains(MeasureGroup::fifths)));
  EXPECT_THAT(usual, Contains(MeasureGroup::cost));
  const std::vector<std::string> asked{"stage", "fifth"};
  const std::vector<MeasureGroup> more = groups_shown(asked);
  EXPECT_EQ(more.size(), usual.size() + 2);
  EXPECT_THAT(more, Contains(MeasureGroup::fifths));
  EXPECT_THAT(more, Contains(MeasureGroup::stages));
  EXPECT_THAT(more, Not(Contains(MeasureGroup::tier_flows)));
}

}  // namespace
}  // namespace stepdown
