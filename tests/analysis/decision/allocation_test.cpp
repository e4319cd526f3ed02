#include "analysis/decision/allocation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "model/parameters/registry.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::SizeIs;

std::vector<TeamLever> teams(const std::vector<std::string>& names = {
                                 "workforce.additional_social_workers",
                                 "workforce.additional_key_workers"}) {
  return read_team_levers(names, initial_parameters());
}

TEST(Allocations, divide_all_posts_in_every_way) {
  const std::vector<Allocation> ways = allocations_of_posts(teams(), 3, 30);
  EXPECT_THAT(ways, SizeIs(4));
  EXPECT_EQ(ways.front().told(teams()), "3 social workers more");
  EXPECT_EQ(ways[1].told(teams()), "2 social workers, 1 key worker more");
  EXPECT_EQ(ways[1].cost, 2 * 128'000 + 62'000);
}

TEST(Allocations, take_larger_steps_where_there_would_be_too_many_and_still_give_all) {
  const std::vector<Allocation> ways = allocations_of_posts(teams(), 100, 12);
  EXPECT_THAT(ways, SizeIs(12));
  for (const Allocation& way : ways) {
    EXPECT_EQ(std::accumulate(way.posts.begin(), way.posts.end(), 0), 100);
  }
}

TEST(Allocations, of_money_buy_whole_posts_and_leave_less_than_one_costs) {
  for (const Allocation& way : allocations_of_money(teams(), 500'000, 30)) {
    EXPECT_THAT(way.cost, Le(500'000));
    for (std::size_t i = 0; i < way.posts.size(); ++i) {
      if (way.posts[i] > 0) {
        EXPECT_GT(way.cost + teams()[i].cost, 500'000);
      }
    }
  }
}

TEST(Allocations, of_too_little_money_are_none) {
  EXPECT_THAT(allocations_of_money(teams(), 1000, 30), SizeIs(0));
}

TEST(TeamLevers, refuse_what_moves_no_posts) {
  try {
    teams({"caseload.social_worker_cap"});
    FAIL();
  } catch (const ScenarioErrors& errors) {
    EXPECT_THAT(errors.what(), HasSubstr("no lever that moves posts"));
    EXPECT_THAT(errors.what(), HasSubstr("workforce.additional_key_workers"));
  }
}

}  // namespace
}  // namespace stepdown
