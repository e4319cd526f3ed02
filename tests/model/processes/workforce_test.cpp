#include "model/processes/workforce.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/processes/post.h"
#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

/// A town of workers and no families, in which posts change hands.
ModelParameters workers_only(int social_workers) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = social_workers;
  p.workforce.key_workers_per_10000 = 0;
  p.workforce.community_workers_per_10000 = 0;
  p.workforce.turnover = 0.5;
  p.workforce.recruitment_weeks = 26;
  p.workforce.agency_cover = 0;
  p.workforce.agency_weeks = 2;
  return p;
}

double days_of(const Tally& tally) {
  Tally copy = tally;
  return copy.integral();
}

void settle(SmallWorld& small) {
  small.authority.doings.each([&](Tally& tally) { tally.settle(small.world.now()); });
}

// 200 workers, half of whom leave in a year: over 100 years the share of vacant posts is 0.2 with a
// standard error below 0.003.
TEST(Vacancies, settle_at_turnover_against_recruitment_and_leave_the_stated_number_in_post) {
  SmallWorld small(workers_only(200));
  const auto posts = static_cast<double>(small.team(in_need).size());
  EXPECT_EQ(posts, std::round(200 * (1.0 + 0.5 * 26 * 7 / days_per_year)));
  small.live_until(100 * days_per_year);
  settle(small);
  const double vacant = days_of(small.authority.doings.vacant_posts) / small.world.now();
  EXPECT_NEAR((posts - vacant) / 200, 1.0, 0.02);
  EXPECT_GT(small.authority.doings.recruits, 5000);
}

// Agency workers stand in for 26 weeks at a mean, so with full cover a share of
// 0.5 * 26 / 52.18 = 0.25 against each permanent worker.
TEST(AgencyWorkers, cover_vacancies_until_a_permanent_worker_comes) {
  ModelParameters p = workers_only(200);
  p.workforce.agency_cover = 1;
  SmallWorld small(p);
  small.live_until(100 * days_per_year);
  settle(small);
  const Doings& doings = small.authority.doings;
  const double agency = days_of(doings.agency_workers) / small.world.now();
  const double permanent = days_of(doings.employed[2]) / small.world.now();
  EXPECT_NEAR(agency / permanent, 0.5 * 26 * 7 / days_per_year, 0.01);
}

TEST(Absence, takes_its_share_of_the_time) {
  ModelParameters p = workers_only(100);
  p.workforce.turnover = 0;
  p.workforce.absence = 0.1;
  p.workforce.absence_weeks = 4;
  SmallWorld small(p);
  small.live_until(100 * days_per_year);
  settle(small);
  EXPECT_NEAR(days_of(small.authority.doings.absent_workers) / small.world.now() / 100, 0.1, 0.005);
}

TEST(Absence, hands_families_over_and_gives_none_until_the_worker_is_back) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  Worker& worker = small.team(targeted).worker(0);
  worker.absence_turns = 10;
  schedule_post(small.world, 1, 0);
  small.rules.p.workforce.absence = 0.5;
  small.rules.p.workforce.absence_weeks = 2;
  small.live_until(10.1);
  EXPECT_TRUE(worker.is_absent);
  EXPECT_EQ(small.case_of(family).worker, 1u);
  EXPECT_EQ(small.team(targeted).least_loaded(), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 1u);
  small.live_until(worker.absence_turns + 1e-6);
  EXPECT_FALSE(worker.is_absent);
  EXPECT_EQ(small.team(targeted).least_loaded(), 0u);
  EXPECT_EQ(small.case_of(family).worker, 1u) << "the family stays where it is now";
}

TEST(NewWorkers, take_families_after_settling_in_and_newly_qualified_ones_fewer_for_a_year) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 0;
  SmallWorld small(p);
  p.workforce.social_workers = 1;
  p.workforce.recruitment_weeks = 1;
  p.workforce.agency_cover = 0;
  p.workforce.ramp_up_weeks = 4;
  p.workforce.newly_qualified_share = 1;
  p.workforce.newly_qualified_cap = 0.5;
  p.caseload.social_worker_cap = 10;
  small.adopt(p);
  const Worker& worker = small.team(in_need).worker(0);
  const double comes = worker.next_change;
  small.live_until(comes + 1e-6);
  EXPECT_EQ(worker.staffing, Staffing::newly_qualified);
  EXPECT_FALSE(worker.takes_part);
  small.live_until(comes + 28.1);
  EXPECT_TRUE(worker.takes_part);
  EXPECT_EQ(worker.cap, 5 * one_place);
  small.live_until(comes + days_per_year + 1);
  EXPECT_EQ(worker.staffing, Staffing::permanent);
  EXPECT_EQ(worker.cap, 10 * one_place);
}

TEST(Exodus, empties_its_share_of_social_work_posts_and_hands_their_families_over) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 4;
  SmallWorld small(p);
  for (int i = 0; i < 4; ++i) {
    small.open_statutory(small.new_family(1, NeglectLevel::four), in_need);
  }
  staff_exodus(small.world, 0.5);
  EXPECT_EQ(small.team(in_need).in_post(), 2u);
  EXPECT_EQ(small.authority.doings.vacant_posts.count(), 2);
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 2u);
  EXPECT_EQ(small.team(in_need).total_load(), 4 * one_place);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(ReservedPosts, are_the_first_of_early_help_and_none_of_social_work) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 4;
  p.workforce.social_workers = 4;
  p.workforce.reserved_share = 0.5;
  SmallWorld small(p);
  const auto reserved = [&](ServiceTier tier) {
    int posts = 0;
    for (WorkerId id = 0; id < small.team(tier).size(); ++id) {
      posts += small.team(tier).worker(id).is_reserved ? 1 : 0;
    }
    return posts;
  };
  EXPECT_EQ(reserved(targeted), 2);
  EXPECT_EQ(reserved(in_need), 0);
}

TEST(Volunteers, and_partners_stand_beside_the_staff_and_stay) {
  ModelParameters p = quiet_authority();
  p.workforce.volunteers = 2;
  p.workforce.partner_leads = 1;
  p.workforce.early_help_turnover = 2;
  SmallWorld small(p);
  EXPECT_EQ(small.team(ServiceTier::community_early_help).size(), 3u);
  EXPECT_EQ(small.team(targeted).size(), 2u);
  for (WorkerId id = 1; id < 3; ++id) {
    const Worker& worker = small.team(ServiceTier::community_early_help).worker(id);
    EXPECT_EQ(worker.staffing, Staffing::volunteer);
    EXPECT_EQ(worker.next_change, Worker::never);
  }
  p.workforce.volunteers = 0;
  small.adopt(p);
  EXPECT_EQ(small.team(ServiceTier::community_early_help).in_post(), 1u);
}

}  // namespace
}  // namespace stepdown
