#include "model/services/waiting_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "model/contract.h"
#include "model/random.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A list, and families with a case each who may join it.
struct Listed {
  explicit Listed(int count = 10) {
    for (int i = 0; i < count; ++i) {
      families.open_case(families.enter());
    }
  }
  void join(FamilySlot family, double rank = 0.0, double now = 0.0) {
    list.join(families, family, rank, now);
  }
  void leave(FamilySlot family, double now = 0.0) { list.leave(families, family, now); }

  /// Who is next, one after another; the list itself stays as it is.
  std::vector<FamilySlot> in_order() const {
    Listed copy = *this;
    std::vector<FamilySlot> order;
    while (copy.list.first() != nobody) {
      order.push_back(copy.list.first());
      copy.leave(copy.list.first());
    }
    return order;
  }

  Families families;
  WaitingList list;
};

TEST(WaitingList, keeps_the_order_of_joining_among_equals) {
  Listed listed;
  for (const FamilySlot family : {5u, 2u, 9u}) {
    listed.join(family);
  }
  EXPECT_THAT(listed.in_order(), ElementsAre(5u, 2u, 9u));
}

TEST(WaitingList, has_the_lowest_rank_first_whoever_came_before) {
  Listed listed;
  listed.join(5, 3.0);
  listed.join(2, 1.0);
  listed.join(9, 2.0);
  listed.join(7, 1.0);
  EXPECT_THAT(listed.in_order(), ElementsAre(2u, 7u, 9u, 5u));
  EXPECT_EQ(listed.list.first_rank(), 1.0);
}

TEST(WaitingList, lets_families_leave_from_anywhere_and_keeps_the_order_of_the_others) {
  const Luck luck({9, 0});
  for (std::uint32_t trial = 0; trial < 50; ++trial) {
    Listed listed(40);
    std::vector<std::pair<double, FamilySlot>> expected;
    for (FamilySlot family = 0; family < 40; ++family) {
      const double rank = std::floor(10.0 * luck.uniform(family, Decision{0}, trial));
      listed.join(family, rank);
      expected.emplace_back(rank, family);
    }
    for (FamilySlot family = 0; family < 40; ++family) {
      if (luck.uniform(family, Decision{1}, trial) < 0.4) {
        listed.leave(family);
        std::erase_if(expected, [&](const auto& one) { return one.second == family; });
      }
    }
    std::ranges::sort(expected);
    std::vector<FamilySlot> order;
    for (const auto& one : expected) {
      order.push_back(one.second);
    }
    EXPECT_EQ(listed.in_order(), order);
  }
}

TEST(WaitingList, tells_each_family_where_it_stands) {
  Listed listed;
  for (const FamilySlot family : {5u, 2u, 9u, 1u}) {
    listed.join(family, 10.0 - family);
  }
  listed.leave(9);
  for (std::size_t place = 0; place < listed.list.size(); ++place) {
    EXPECT_TRUE(listed.list.holds(
        place, listed.families.case_of(listed.list.family_at(place)).ticket_on_list));
  }
  EXPECT_EQ(listed.families.case_of(9).ticket_on_list, nobody);
}

TEST(WaitingList, puts_who_comes_back_behind_equals) {
  Listed listed;
  for (const FamilySlot family : {5u, 2u, 9u}) {
    listed.join(family);
  }
  listed.leave(5);
  listed.join(5);
  EXPECT_THAT(listed.in_order(), ElementsAre(2u, 9u, 5u));
}

TEST(WaitingList, is_empty_after_the_last_has_left) {
  Listed listed;
  listed.join(3);
  listed.leave(3);
  EXPECT_THAT(listed.in_order(), IsEmpty());
  EXPECT_EQ(listed.list.first(), nobody);
  listed.join(3);
  EXPECT_THAT(listed.in_order(), ElementsAre(3u));
}

TEST(WaitingList, integrates_to_the_sum_of_all_waits) {
  Listed listed;
  listed.join(0, 0.0, 1.0);
  listed.join(1, 0.0, 2.0);
  listed.leave(0, 5.0);
  listed.list.settle(10.0);
  EXPECT_EQ(listed.list.integral(), (5.0 - 1.0) + (10.0 - 2.0));
  EXPECT_EQ(listed.list.length(), 1);
}

TEST(WaitingList, holds_a_family_once) {
  Listed listed;
  listed.join(5);
  listed.join(2);
  EXPECT_THROW(listed.join(5), ContractBroken);
  EXPECT_THROW(listed.leave(7), ContractBroken);
}

}  // namespace
}  // namespace stepdown
