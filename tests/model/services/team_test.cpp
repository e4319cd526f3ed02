#include "model/services/team.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/contract.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr bool may_be_reserved = true;
constexpr bool not_reserved = false;

/// A team whose workers may hold so many children each, and families with a case each.
struct Service {
  Service(std::size_t posts, int cap) {
    for (std::size_t post = 0; post < posts; ++post) {
      team.add({.cap = cap * one_place});
    }
    team.count_room();
  }
  void take(WorkerId worker, FamilySlot family, Places places, double now = 0.0) {
    team.take(worker, family, places, now);
  }
  void release(WorkerId worker, FamilySlot family, Places places, double now = 0.0) {
    team.release(worker, family, places, now);
  }
  WorkerId with_room_for(Places places) const { return team.with_room_for(places, not_reserved); }

  std::vector<FamilySlot> families_of(WorkerId worker) const {
    const auto held = team.families_of(worker);
    return {held.begin(), held.end()};
  }

  Team team;
};

TEST(Team, gives_a_family_to_the_worker_with_most_room_the_first_of_equals) {
  Service service(3, 10);
  EXPECT_EQ(service.team.least_loaded(), 0u);
  service.take(0, 1, 2 * one_place);
  service.take(1, 2, 1 * one_place);
  EXPECT_EQ(service.team.least_loaded(), 2u);
  service.take(2, 3, 1 * one_place);
  EXPECT_EQ(service.team.least_loaded(), 1u);
  service.team.set_cap(0, 20 * one_place, 0.0);
  EXPECT_EQ(service.team.least_loaded(), 0u) << "room is what is left to the worker's own cap";
}

TEST(Team, has_room_up_to_the_cap_and_not_over_it) {
  Service service(1, 3);
  service.take(0, 1, 2 * one_place);
  EXPECT_EQ(service.with_room_for(one_place), 0u);
  EXPECT_EQ(service.with_room_for(one_place + 1), nobody);
}

TEST(Team, whose_worker_holds_nobody_has_room_for_a_family_larger_than_the_cap) {
  Service service(2, 3);
  EXPECT_EQ(service.with_room_for(4 * one_place), 0u);
  service.take(0, 1, 4 * one_place);
  EXPECT_EQ(service.team.over_cap(), one_place);
  EXPECT_EQ(service.with_room_for(4 * one_place), 1u);
  service.take(1, 2, 1);
  EXPECT_EQ(service.with_room_for(4 * one_place), nobody);
}

TEST(Team, without_posts_has_nobody) {
  const Service service(0, 10);
  EXPECT_EQ(service.team.least_loaded(), nobody);
  EXPECT_EQ(service.with_room_for(0), nobody);
  EXPECT_EQ(service.team.room(), 0);
}

TEST(Team, gives_nobody_to_a_worker_who_is_not_there) {
  Service service(2, 10);
  service.team.set_takes_part(0, false);
  service.team.count_room();
  EXPECT_EQ(service.team.least_loaded(), 1u);
  EXPECT_FALSE(service.team.has_room(0, one_place, may_be_reserved));
  EXPECT_EQ(service.team.room(), 10 * one_place);
}

TEST(ReservedPosts, are_for_families_of_deprived_areas_who_may_go_to_the_others_too) {
  Service service(2, 2);
  service.team.worker(0).is_reserved = true;
  EXPECT_EQ(service.team.with_room_for(one_place, not_reserved), 1u);
  EXPECT_EQ(service.team.with_room_for(one_place, may_be_reserved), 0u);
  service.take(1, 1, 2 * one_place);
  EXPECT_EQ(service.team.with_room_for(one_place, not_reserved), nobody);
  service.take(0, 2, 2 * one_place);
  service.release(1, 1, 2 * one_place);
  EXPECT_EQ(service.team.with_room_for(one_place, may_be_reserved), 1u);
}

TEST(Team, counts_those_in_post_and_not_posts_that_are_vacant_or_closed) {
  Service service(4, 10);
  service.team.worker(0).staffing = Staffing::vacant;
  service.team.worker(1).staffing = Staffing::closed;
  service.team.worker(2).staffing = Staffing::agency;
  EXPECT_EQ(service.team.size(), 4u);
  EXPECT_EQ(service.team.in_post(), 2u);
}

TEST(Team, counts_what_is_held_over_the_cap) {
  Service service(2, 3);
  service.take(0, 1, 4 * one_place);
  service.take(1, 2, 2 * one_place);
  EXPECT_EQ(service.team.over_cap(), one_place);
  EXPECT_TRUE(service.team.is_over_cap(0));
  EXPECT_FALSE(service.team.is_over_cap(1));
  EXPECT_EQ(service.team.cap_share(0), 0.75);
  EXPECT_EQ(service.team.cap_share(1), 1.0);
  EXPECT_EQ(service.team.share_of_help(0, 2.0), 0.75 * 0.75);
  EXPECT_EQ(service.team.share_of_help(0, 1.0), 0.75) << "under other rules";
  EXPECT_EQ(service.team.share_of_help(1, 2.0), 1.0);
  service.team.set_cap(0, 1 * one_place, 2.0);
  service.team.set_cap(1, 1 * one_place, 2.0);
  EXPECT_EQ(service.team.over_cap(), 4 * one_place);
  service.team.settle(5.0);
  EXPECT_EQ(service.team.over_cap_integral(), 1.0 * one_place * 2.0 + 4.0 * one_place * 3.0);
  EXPECT_EQ(service.team.load_integral(), 6.0 * one_place * 5.0);
}

TEST(Team, knows_the_families_of_each_worker) {
  Service service(2, 10);
  for (const FamilySlot family : {4u, 5u, 6u}) {
    service.take(0, family, one_place);
  }
  service.take(1, 7, one_place);
  EXPECT_THAT(service.families_of(0), ElementsAre(4u, 5u, 6u));
  service.release(0, 5, one_place);
  EXPECT_THAT(service.families_of(0), ElementsAre(4u, 6u));
  service.release(0, 6, one_place);
  service.release(0, 4, one_place);
  EXPECT_THAT(service.families_of(0), IsEmpty());
  EXPECT_THAT(service.families_of(1), ElementsAre(7u));
}

TEST(Team, holds_children_who_belong_to_no_family_as_a_place_each) {
  Service service(1, 1);
  service.team.change(0, one_place, 0.0);
  EXPECT_EQ(service.team.load(0), one_place);
  EXPECT_THAT(service.families_of(0), IsEmpty());
  service.team.change(0, -one_place, 1.0);
  EXPECT_EQ(service.team.total_load(), 0);
}

TEST(Team, keeps_its_promises) {
  Service service(2, 10);
  service.take(0, 4, one_place);
  EXPECT_THROW(service.take(0, 4, one_place), ContractBroken);
  EXPECT_THROW(service.release(1, 4, one_place), ContractBroken);
  EXPECT_THROW(service.release(0, 5, one_place), ContractBroken);
  EXPECT_THROW(service.team.change(1, -1, 0.0), ContractBroken);
}

TEST(Team, sees_at_once_who_has_stopped_taking_part_or_has_another_cap) {
  Service service(3, 10);
  service.team.set_takes_part(0, false);
  EXPECT_EQ(service.team.least_loaded(), 1U);
  service.team.set_cap(2, 12 * one_place, 0.0);
  EXPECT_EQ(service.team.least_loaded(), 2U);
  service.team.set_takes_part(0, true);
  service.team.set_cap(0, 12 * one_place, 0.0);
  EXPECT_EQ(service.team.least_loaded(), 0U);
}

}  // namespace
}  // namespace stepdown
