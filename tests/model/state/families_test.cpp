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
  families.record(slot).first_help = 1.0;
  families.record(slot).children[0].plans = 2;
  families.leave(slot);
  ASSERT_EQ(families.enter(), slot);
  EXPECT_EQ(families.family(slot).level, NeglectLevel::one);
  EXPECT_EQ(families.family(slot).clocks.next_day(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(families.family(slot).clock_draws[0], 0);
  EXPECT_FALSE(families.has_record(slot));
  EXPECT_FALSE(families.has_case(slot));
  EXPECT_EQ(families.record(slot).first_help, Record::not_yet);
  EXPECT_EQ(families.known(slot).children[0].plans, 0);
}

TEST(Records, are_there_only_for_families_whom_services_know) {
  Families families;
  const FamilySlot slot = families.enter();
  EXPECT_FALSE(families.has_record(slot));
  EXPECT_EQ(families.known(slot).first_help, Record::not_yet) << "looking makes no record";
  EXPECT_FALSE(families.has_record(slot));
  families.record(slot).referrals = 2;
  EXPECT_TRUE(families.has_record(slot));
  EXPECT_EQ(families.known(slot).referrals, 2);
  EXPECT_EQ(families.record_at(families.family(slot).record).referrals, 2);
}

TEST(Records, stay_where_they_are_while_others_come_and_are_taken_again_after_a_family_has_left) {
  Families families;
  const FamilySlot first = families.enter();
  const FamilySlot second = families.enter();
  Record& kept = families.record(first);
  families.record(second).referrals = 5;
  const std::size_t before = families.bytes();
  families.leave(second);
  for (int i = 0; i < 1000; ++i) {
    families.record(families.enter());
  }
  EXPECT_EQ(&families.record(first), &kept);
  families.leave(second);
  const std::size_t full = families.bytes();
  EXPECT_GT(full, before);
  const FamilySlot next = families.enter();
  EXPECT_EQ(families.record(next).referrals, 0);
  EXPECT_EQ(families.bytes(), full) << "no new row for the family, none for its record";
}

TEST(Cases, are_numbered_within_the_family_and_give_back_their_rows) {
  Families families;
  const FamilySlot slot = families.enter();
  const Families& seen = families;
  EXPECT_FALSE(seen.case_of(slot).is_open());
  Case& opened = families.open_case(slot);
  EXPECT_EQ(opened.number, 1);
  opened.stage = CaseStage::helped;
  opened.date(CaseDate::review) = 5.0;
  EXPECT_THROW(families.open_case(slot), ContractBroken) << "a family has one case";
  EXPECT_THROW(families.close_case(slot), ContractBroken) << "it is not over";
  EXPECT_THROW(families.leave(slot), ContractBroken);
  opened.stage = CaseStage::none;
  const std::size_t bytes = families.bytes();
  families.close_case(slot);
  EXPECT_FALSE(families.has_case(slot));
  const Case& second = families.open_case(slot);
  EXPECT_EQ(second.number, 2);
  EXPECT_FALSE(second.has(CaseDate::review)) << "a new case in the row of an old one";
  EXPECT_EQ(families.bytes(), bytes);
}

TEST(Cases, with_a_child_in_care_are_not_over) {
  Case one;
  EXPECT_TRUE(one.is_over());
  one.in_care = 0b10;
  EXPECT_FALSE(one.is_over());
  EXPECT_FALSE(one.is_open());
  one.child[1].leaves_care = 40.0F;
  EXPECT_EQ(one.care_ends(), 40.0);
  EXPECT_EQ(one.next_day(), 40.0);
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

TEST(Cases, that_come_and_go_take_no_more_room_than_one) {
  Families families;
  const FamilySlot slot = families.enter();
  families.open_case(slot);
  families.close_case(slot);
  const std::size_t room = families.bytes();
  for (int again = 0; again < 10'000; ++again) {
    families.open_case(slot);
    families.close_case(slot);
  }
  EXPECT_EQ(families.bytes(), room);
}

}  // namespace
}  // namespace stepdown
