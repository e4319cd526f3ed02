#include <gtest/gtest.h>

#include <vector>

#include "model/processes/arrivals.h"
#include "model/processes/household.h"
#include "tests/model/mechanisms/one_authority.h"

// Who lives in the authority: families, their children, their areas, and how long they stay.

namespace stepdown {
namespace {

constexpr int families = 300;

/// Children that families have by the end, added up over those that arrive at their first birth.
double children_ever(OneAuthority& one) {
  double sum = 0;
  for (int i = 0; i < families; ++i) {
    for (const WholeDay& born : one.family(one.enter_as_drawn()).born) {
      sum += born.is_set() ? 1 : 0;
    }
  }
  return sum;
}

// Those who have not one, two or three have four.
TEST(Families, have_as_many_children_as_their_shares_say) {
  EXPECT_TRUE(falls(along("population.share_one_child", {0, 0.2, 0.37}, children_ever)));
  EXPECT_TRUE(falls(along("population.share_two_children", {0.1, 0.3, 0.52}, children_ever)));
  EXPECT_TRUE(falls(along("population.share_three_children", {0, 0.1, 0.25}, children_ever)));
}

TEST(Siblings, are_born_their_interval_apart) {
  const auto last_birth = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < families; ++i) {
      for (const WholeDay& born : one.family(one.enter_as_drawn()).born) {
        sum += born.is_set() ? born.in_days() : 0;
      }
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("population.birth_interval_years", {1, 3, 8}, last_birth)));
}

TEST(Areas, are_those_of_the_shares) {
  const auto deprived = [](double share) {
    return quantity({{"population.quintile_shares", {1 - share, 0, 0, 0, share}}},
                    [](OneAuthority& one) {
                      double sum = 0;
                      for (int i = 0; i < families; ++i) {
                        sum += one.family(one.enter_as_drawn()).area == 4 ? 1 : 0;
                      }
                      return sum;
                    });
  };
  EXPECT_TRUE(rises({deprived(0), deprived(0.5), deprived(1)}));
}

TEST(Families, move_away_at_their_rate) {
  const auto days_of_stay = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < families; ++i) {
      sum += std::min(one.family(one.enter_as_drawn()).moves_away.in_days(), 1e4);
    }
    return sum;
  };
  EXPECT_TRUE(falls(along("population.moves_away", {0, 0.03, 0.3}, days_of_stay)));
}

TEST(Authority, begins_with_about_the_children_of_the_place) {
  const auto children = [](OneAuthority& one) {
    settle_first_families(one.world);
    double sum = 0;
    for (std::size_t row = 0; row < neglect_levels; ++row) {
      sum += static_cast<double>(one.authority.stocks.children_at(level_at(row)));
    }
    return sum;
  };
  const auto counts = along("population.children", {1000, 4000}, children);
  EXPECT_NEAR(counts[0], 1000, 100);
  EXPECT_NEAR(counts[1], 4000, 200);
}

}  // namespace
}  // namespace stepdown
