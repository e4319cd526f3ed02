#include "model/processes/character.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(Newcomers, have_a_character_of_their_own_from_the_shares_of_the_place) {
  ModelParameters p = quiet_authority();
  p.population.children = 8000;
  p.population.quintile_shares = {0.1, 0.1, 0.1, 0.1, 0.6};
  p.need.inherited_share = 0.3;
  p.trust.start = 0.25;
  p.horizon.warm_up_years = 0;
  const Authority authority = after_warm_up(p, {5, 0});
  double deprived = 0;
  double inherited = 0;
  double trust = 0;
  const auto families = static_cast<double>(authority.families.size());
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    const Family& family = authority.families.family(slot);
    deprived += (family.area == 4 ? 1.0 : 0.0) / families;
    inherited += (family.parents_neglected ? 1.0 : 0.0) / families;
    trust += family.trust / families;
  }
  EXPECT_NEAR(deprived, 0.6, 0.045);
  EXPECT_NEAR(inherited, 0.3, 0.04);
  EXPECT_NEAR(trust, 1.0, 0.08);
}

}  // namespace
}  // namespace stepdown
