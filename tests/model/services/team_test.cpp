#include "model/services/team.h"

#include <gmock/gmock.h>

#include <vector>

#include "model/contract.h"

namespace stepdown {
namespace {

using ::testing::UnorderedElementsAre;

Team team_of(std::size_t posts, int cap) {
  Team team;
  team.set_posts(posts);
  team.set_cap(cap * one_place, 0.0);
  team.make_room(10);
  return team;
}

std::vector<FamilySlot> families_of(const Team& team, WorkerId worker) {
  std::vector<FamilySlot> families;
  for (FamilySlot slot = team.first_family(worker); slot != nobody; slot = team.next_family(slot)) {
    families.push_back(slot);
  }
  return families;
}

TEST(Team, gives_a_family_to_the_least_loaded_worker_the_first_of_equals) {
  Team team = team_of(3, 10);
  EXPECT_EQ(team.least_loaded(), 0u);
  team.take(0, 1, 2 * one_place, 0.0);
  team.take(1, 2, 1 * one_place, 0.0);
  EXPECT_EQ(team.least_loaded(), 2u);
  team.take(2, 3, 1 * one_place, 0.0);
  EXPECT_EQ(team.least_loaded(), 1u);
}

TEST(Team, has_room_up_to_the_cap_and_not_over_it) {
  Team team = team_of(1, 3);
  team.take(0, 1, 2 * one_place, 0.0);
  EXPECT_EQ(team.with_room_for(one_place), 0u);
  EXPECT_EQ(team.with_room_for(one_place + 1), nobody);
}

TEST(Team, whose_worker_holds_nobody_has_room_for_a_family_larger_than_the_cap) {
  Team team = team_of(2, 3);
  EXPECT_EQ(team.with_room_for(4 * one_place), 0u);
  team.take(0, 1, 4 * one_place, 0.0);
  EXPECT_EQ(team.over_cap(), one_place);
  EXPECT_EQ(team.with_room_for(4 * one_place), 1u);
  team.take(1, 2, 1, 0.0);
  EXPECT_EQ(team.with_room_for(4 * one_place), nobody);
}

TEST(Team, without_posts_has_nobody) {
  const Team team = team_of(0, 10);
  EXPECT_EQ(team.least_loaded(), nobody);
  EXPECT_EQ(team.with_room_for(0), nobody);
}

TEST(Team, that_loses_posts_keeps_the_families_held_but_gives_these_workers_no_more) {
  Team team = team_of(3, 10);
  team.take(2, 5, one_place, 0.0);
  team.take(0, 6, 4 * one_place, 0.0);
  team.set_posts(1);
  EXPECT_EQ(team.posts(), 1u);
  EXPECT_EQ(team.load(2), one_place);
  EXPECT_EQ(team.total_load(), 5 * one_place);
  EXPECT_EQ(team.least_loaded(), 0u);
  team.release(2, 5, one_place, 1.0);
  EXPECT_EQ(team.total_load(), 4 * one_place);
}

TEST(Team, that_gains_posts_has_idle_workers_at_once) {
  Team team = team_of(1, 1);
  team.take(0, 1, one_place, 0.0);
  EXPECT_EQ(team.with_room_for(one_place), nobody);
  team.set_posts(2);
  EXPECT_EQ(team.with_room_for(one_place), 1u);
}

TEST(Team, counts_what_is_held_over_the_cap) {
  Team team = team_of(2, 3);
  team.take(0, 1, 4 * one_place, 0.0);
  team.take(1, 2, 2 * one_place, 0.0);
  EXPECT_EQ(team.over_cap(), one_place);
  EXPECT_TRUE(team.is_over_cap(0));
  EXPECT_FALSE(team.is_over_cap(1));
  EXPECT_EQ(team.cap_share(0), 0.75);
  EXPECT_EQ(team.cap_share(1), 1.0);
  team.set_cap(1 * one_place, 2.0);
  EXPECT_EQ(team.over_cap(), 4 * one_place);
  team.settle(5.0);
  EXPECT_EQ(team.over_cap_integral(), 1.0 * one_place * 2.0 + 4.0 * one_place * 3.0);
  EXPECT_EQ(team.load_integral(), 6.0 * one_place * 5.0);
}

TEST(Team, knows_the_families_of_each_worker) {
  Team team = team_of(2, 10);
  team.take(0, 4, one_place, 0.0);
  team.take(0, 5, one_place, 0.0);
  team.take(0, 6, one_place, 0.0);
  team.take(1, 7, one_place, 0.0);
  EXPECT_THAT(families_of(team, 0), UnorderedElementsAre(4u, 5u, 6u));
  team.release(0, 5, one_place, 0.0);
  EXPECT_THAT(families_of(team, 0), UnorderedElementsAre(4u, 6u));
  team.release(0, 6, one_place, 0.0);
  team.release(0, 4, one_place, 0.0);
  EXPECT_EQ(team.first_family(0), nobody);
  EXPECT_THAT(families_of(team, 1), UnorderedElementsAre(7u));
}

TEST(Team, holds_outside_children_as_a_place_each) {
  Team team = team_of(1, 1);
  team.take_outside(0, 0.0);
  EXPECT_EQ(team.load(0), one_place);
  EXPECT_EQ(team.first_family(0), nobody);
  team.release_outside(0, 1.0);
  EXPECT_EQ(team.load(0), 0);
}

TEST(Team, keeps_its_promises) {
  Team team = team_of(2, 10);
  team.take(0, 4, one_place, 0.0);
  EXPECT_THROW(team.take(0, 4, one_place, 0.0), ContractBroken);
  EXPECT_THROW(team.release(1, 4, one_place, 0.0), ContractBroken);
  EXPECT_THROW(team.release(0, 5, one_place, 0.0), ContractBroken);
  EXPECT_THROW(team.change(1, -1, 0.0), ContractBroken);
}

}  // namespace
}  // namespace stepdown
