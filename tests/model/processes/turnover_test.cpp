#include "model/processes/turnover.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier in_need = ServiceTier::child_in_need;

ModelParameters with_turnover(double yearly) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 3;
  p.workforce.turnover = yearly;
  p.workforce.agency_cover = 0;
  return p;
}

TEST(Retention, lets_those_in_post_stay_longer_too) {
  ModelParameters p = with_turnover(0.2);
  SmallWorld small(p);
  const double leaves = small.team(in_need).worker(0).next_change;
  p.workforce.retention = 0.5;
  small.adopt(p);
  EXPECT_DOUBLE_EQ(small.team(in_need).worker(0).next_change, 2 * leaves);
  p.workforce.retention = 1;
  small.adopt(p);
  EXPECT_NEAR(small.team(in_need).worker(0).next_change, leaves, 1e-9);
  EXPECT_EQ(small.authority.posts.earliest().time,
            small.authority.posts.time_of(small.authority.posts.earliest().slot));
}

TEST(Retention, of_nobody_lets_nobody_leave_and_back_everybody_leaves_again) {
  ModelParameters p = with_turnover(0.2);
  SmallWorld small(p);
  p.workforce.retention = 0;
  small.adopt(p);
  EXPECT_EQ(small.team(in_need).worker(0).next_change, Worker::never);
  p.workforce.retention = 1;
  small.adopt(p);
  EXPECT_LT(small.team(in_need).worker(0).next_change, Worker::never);
}

TEST(QuickerRecruitment, fills_vacancies_sooner_and_cuts_no_post) {
  ModelParameters p = with_turnover(1.0);
  p.workforce.recruitment_weeks = 100;
  SmallWorld small(p);
  Team& team = small.team(in_need);
  const std::size_t posts = team.size();
  EXPECT_EQ(posts, 9u) << "3 in post, and 1.9 vacant for each of them";
  small.live_until(team.worker(0).next_change + 1e-6);
  ASSERT_EQ(team.worker(0).staffing, Staffing::vacant);
  const double left = team.worker(0).next_change - small.world.now();
  p.workforce.recruitment_weeks = 50;
  small.adopt(p);
  EXPECT_NEAR(team.worker(0).next_change - small.world.now(), left / 2, 1e-9);
  EXPECT_EQ(team.size(), posts);
  for (WorkerId id = 0; id < posts; ++id) {
    EXPECT_NE(team.worker(id).staffing, Staffing::closed);
  }
}

TEST(Posts, follow_the_factors_and_the_numbers_of_a_policy) {
  ModelParameters p = quiet_authority();
  p.population.children = 10'000;
  p.workforce.social_workers = 10;
  p.workforce.key_workers_per_10000 = 8;
  SmallWorld small(p);
  p.workforce.social_work_posts = 0.5;
  p.workforce.additional_social_workers = 2;
  p.workforce.early_help_posts = 1.5;
  p.workforce.additional_key_workers = -1;
  small.adopt(p);
  EXPECT_EQ(posts_wanted(small.world, 2), 7u);
  EXPECT_EQ(posts_wanted(small.world, 1), 11u);
}

}  // namespace
}  // namespace stepdown
