#include "model/services/waiting_list.h"

#include <gmock/gmock.h>

#include <vector>

#include "model/contract.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<FamilySlot> in_order(const WaitingList& list) {
  std::vector<FamilySlot> families;
  for (FamilySlot slot = list.first(); slot != nobody; slot = list.next_after(slot)) {
    families.push_back(slot);
  }
  return families;
}

WaitingList list_of(std::initializer_list<FamilySlot> families) {
  WaitingList list;
  list.make_room(10);
  for (const FamilySlot slot : families) {
    list.join(slot, 0.0);
  }
  return list;
}

TEST(WaitingList, keeps_the_order_of_joining) {
  EXPECT_THAT(in_order(list_of({5, 2, 9})), ElementsAre(5u, 2u, 9u));
}

TEST(WaitingList, lets_families_leave_from_anywhere) {
  for (const FamilySlot gone : {5u, 2u, 9u}) {
    WaitingList list = list_of({5, 2, 9});
    list.leave(gone, 1.0);
    std::vector<FamilySlot> rest = {5, 2, 9};
    std::erase(rest, gone);
    EXPECT_EQ(in_order(list), rest);
    EXPECT_EQ(list.length(), 2);
    list.join(gone, 2.0);
    rest.push_back(gone);
    EXPECT_EQ(in_order(list), rest) << "who comes back stands at the end";
  }
}

TEST(WaitingList, is_empty_after_the_last_has_left) {
  WaitingList list = list_of({3});
  list.leave(3, 1.0);
  EXPECT_THAT(in_order(list), IsEmpty());
  EXPECT_EQ(list.first(), nobody);
  list.join(3, 2.0);
  EXPECT_THAT(in_order(list), ElementsAre(3u));
}

TEST(WaitingList, integrates_to_the_sum_of_all_waits) {
  WaitingList list;
  list.make_room(3);
  list.join(0, 1.0);
  list.join(1, 2.0);
  list.leave(0, 5.0);
  list.settle(10.0);
  EXPECT_EQ(list.integral(), (5.0 - 1.0) + (10.0 - 2.0));
}

TEST(WaitingList, keeps_everybody_when_room_is_made) {
  WaitingList list = list_of({5, 2, 9});
  list.make_room(1000);
  list.join(999, 0.0);
  EXPECT_THAT(in_order(list), ElementsAre(5u, 2u, 9u, 999u));
}

TEST(WaitingList, holds_a_family_once) {
  WaitingList list = list_of({5, 2});
  EXPECT_THROW(list.join(5, 1.0), ContractBroken);
  EXPECT_THROW(list.join(2, 1.0), ContractBroken);
  EXPECT_THROW(list.leave(7, 1.0), ContractBroken);
  WaitingList alone = list_of({4});
  EXPECT_THROW(alone.join(4, 1.0), ContractBroken);
}

}  // namespace
}  // namespace stepdown
