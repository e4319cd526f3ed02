#include "model/state/families.h"

#include <gtest/gtest.h>

#include "model/contract.h"

namespace stepdown {
namespace {

TEST(Families, get_an_id_for_all_time_and_a_row_for_their_stay) {
  Families families;
  const FamilySlot first = families.enter();
  const FamilySlot second = families.enter();
  EXPECT_EQ(families.family(first).id, 0u);
  EXPECT_EQ(families.family(second).id, 1u);
  families.leave(first);
  const FamilySlot third = families.enter();
  EXPECT_EQ(third, first) << "the row is taken again";
  EXPECT_EQ(families.family(third).id, 2u) << "the id is not";
}

TEST(Families, are_new_in_a_row_that_another_family_has_left) {
  Families families;
  const FamilySlot slot = families.enter();
  families.family(slot).level = NeglectLevel::five;
  families.family(slot).clocks.set_timer(FamilyTimer::household, 3.0);
  families.family(slot).clock_draws[0] = 7;
  families.case_of(slot).stage = CaseStage::helped;
  families.case_of(slot).date(CaseDate::review) = 5.0;
  families.history(slot).first_help = 1.0;
  families.history(slot).children[0].plans = 2;
  families.history(slot).draws[0] = 9;
  families.leave(slot);
  ASSERT_EQ(families.enter(), slot);
  EXPECT_EQ(families.family(slot).level, NeglectLevel::one);
  EXPECT_EQ(families.family(slot).clocks.next_day(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(families.family(slot).clock_draws[0], 0);
  EXPECT_FALSE(families.case_of(slot).is_open());
  EXPECT_FALSE(families.case_of(slot).has(CaseDate::review));
  EXPECT_EQ(families.history(slot).first_help, History::not_yet);
  EXPECT_EQ(families.history(slot).children[0].plans, 0);
  EXPECT_EQ(families.history(slot).draws[0], 0);
}

TEST(Families, are_counted_without_empty_rows) {
  Families families;
  const FamilySlot first = families.enter();
  families.enter();
  families.leave(first);
  EXPECT_EQ(families.size(), 1u);
  EXPECT_EQ(families.slots(), 2u);
  EXPECT_FALSE(families.is_here(first));
}

TEST(Families, leave_only_once) {
  Families families;
  const FamilySlot slot = families.enter();
  families.leave(slot);
  EXPECT_THROW(families.leave(slot), ContractBroken);
}

}  // namespace
}  // namespace stepdown
