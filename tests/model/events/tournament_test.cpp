#include "model/events/tournament.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::infinity();

using Numbered = std::pair<double, std::uint32_t>;

Numbered least(const Tournament& tournament) {
  return {tournament.least().number, tournament.least().slot};
}

std::vector<Numbered> all_in_order(Tournament tournament) {
  std::vector<Numbered> all;
  while (tournament.least().number != none) {
    all.push_back(least(tournament));
    tournament.set(all.back().second, none);
  }
  return all;
}

TEST(Tournament, without_slots_or_numbers_has_no_least) {
  EXPECT_EQ(Tournament().least().number, none);
  EXPECT_EQ(Tournament().size(), 0U);
  EXPECT_EQ(Tournament(1000).least().number, none);
  EXPECT_EQ(Tournament(1000).number_of(999), none);
}

TEST(Tournament, gives_the_lower_of_slots_with_the_same_number_whichever_came_first) {
  for (const std::size_t slots : {2U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
    Tournament upwards(slots);
    Tournament downwards(slots);
    std::vector<Numbered> expected;
    for (std::uint32_t i = 0; i < slots; ++i) {
      upwards.set(i, 7.5);
      downwards.set(static_cast<std::uint32_t>(slots) - 1 - i, 7.5);
      expected.emplace_back(7.5, i);
    }
    EXPECT_EQ(all_in_order(upwards), expected);
    EXPECT_EQ(all_in_order(downwards), expected);
  }
}

TEST(Tournament, keeps_one_number_a_slot_and_takes_it_away) {
  Tournament tournament(20);
  tournament.set(4, -10.0);
  tournament.set(17, -12.0);
  tournament.set(4, -15.0);
  EXPECT_EQ(all_in_order(tournament), (std::vector<Numbered>{{-15.0, 4}, {-12.0, 17}}));
  tournament.set(4, none);
  EXPECT_EQ(all_in_order(tournament), (std::vector<Numbered>{{-12.0, 17}}));
}

TEST(Tournament, keeps_numbers_when_it_grows_and_forgets_those_of_slots_that_go) {
  Tournament tournament;
  std::vector<Numbered> expected;
  for (std::uint32_t slot = 0; slot < 3000; ++slot) {
    tournament.resize(slot + 1);
    tournament.set(slot, 0.5 * slot);
    expected.emplace_back(0.5 * slot, slot);
  }
  EXPECT_EQ(all_in_order(tournament), expected);
  tournament.resize(2);
  tournament.resize(3000);
  EXPECT_EQ(all_in_order(tournament), (std::vector<Numbered>{{0.0, 0}, {0.5, 1}}));
}

TEST(Tournament, is_forked_by_copying) {
  Tournament original(500);
  original.set(3, 1.0);
  original.set(444, 2.0);
  Tournament fork = original;
  fork.set(3, 9.0);
  original.set(444, 0.0);
  EXPECT_EQ(all_in_order(fork), (std::vector<Numbered>{{2.0, 444}, {9.0, 3}}));
  EXPECT_EQ(all_in_order(original), (std::vector<Numbered>{{0.0, 444}, {1.0, 3}}));
}

TEST(Tournament, refuses_an_unknown_slot_and_what_is_not_a_number) {
  Tournament tournament(10);
  EXPECT_THROW(tournament.set(10, 1.0), ContractBroken);
  EXPECT_THROW(tournament.set(3, std::nan("")), ContractBroken);
  EXPECT_EQ(tournament.least().number, none);
}

TEST(Tournament, agrees_with_an_ordered_set) {
  for (const std::uint32_t slots : {1U, 2U, 16U, 17U, 700U, 5000U}) {
    SCOPED_TRACE("slots " + std::to_string(slots));
    std::mt19937_64 any(slots);
    Tournament tournament(slots);
    std::set<Numbered> oracle;
    std::vector<double> number_of(slots, none);
    for (int i = 0; i < 30'000; ++i) {
      const auto slot = static_cast<std::uint32_t>(any() % slots);
      oracle.erase({number_of[slot], slot});
      number_of[slot] = any() % 9 == 0 ? none : static_cast<double>(any() % 1000) - 500.0;
      if (number_of[slot] != none) {
        oracle.emplace(number_of[slot], slot);
      }
      tournament.set(slot, number_of[slot]);
      ASSERT_EQ(tournament.least().number, oracle.empty() ? none : oracle.begin()->first);
      if (!oracle.empty()) {
        ASSERT_EQ(tournament.least().slot, oracle.begin()->second) << "operation " << i;
      }
      const auto other = static_cast<std::uint32_t>(any() % slots);
      ASSERT_EQ(tournament.number_of(other), number_of[other]);
    }
  }
}

}  // namespace
}  // namespace stepdown
