#include "model/processes/timetable.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(Advance, leaves_what_happens_on_the_last_day_to_the_time_after) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, ServiceTier::targeted_early_help);
  const double review = small.case_of(family).date(CaseDate::review);
  small.live_until(review);
  EXPECT_EQ(small.authority.now, review);
  EXPECT_EQ(small.diary.count(HappeningKind::review_held), 0u);
  small.live_until(review + 1e-9);
  EXPECT_EQ(small.diary.of(HappeningKind::review_held).at(0).day, review);
}

TEST(Advance, in_pieces_is_advance_at_once) {
  const ModelParameters p = small_authority();
  const Rules rules(p);
  const Observers nobody_watches;
  Authority whole = after_warm_up(p, {6, 0});
  Authority pieces = whole;
  World in_one{whole, rules, nobody_watches};
  World in_many{pieces, rules, nobody_watches};
  advance(in_one, 500);
  for (double day = 0; day < 500; day += 0.37) {
    advance(in_many, day);
  }
  advance(in_many, 500);
  EXPECT_EQ(whole.events, pieces.events);
  const Families& ones = whole.families;
  const Families& others = pieces.families;
  ASSERT_EQ(ones.slots(), others.slots());
  for (FamilySlot slot = 0; slot < ones.slots(); ++slot) {
    EXPECT_EQ(whole.calendar.time_of(slot), pieces.calendar.time_of(slot));
    EXPECT_EQ(ones.case_of(slot).dates, others.case_of(slot).dates);
    EXPECT_EQ(ones.family(slot).clock_draws, others.family(slot).clock_draws);
  }
}

TEST(Advance, tells_of_happenings_in_the_order_of_time) {
  const ModelParameters p = small_authority();
  Authority authority = after_warm_up(p, {6, 0});
  Diary diary;
  Observers observers;
  observers.add(diary);
  live_through_horizon(authority, p, p, observers);
  EXPECT_GT(diary.all().size(), 1000u);
  EXPECT_TRUE(std::ranges::is_sorted(diary.all(), {}, &Happening::day));
  EXPECT_GE(diary.all().front().day, 0.0);
}

TEST(AtTheSameTime, a_new_family_comes_before_other_families_and_outside_referrals_after_them) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, ServiceTier::targeted_early_help);
  const double day = small.case_of(family).date(CaseDate::review);
  small.authority.next_family_arrival = day;
  small.authority.outside.next_arrival = day;
  small.rules.p.outside.referrals = 0;
  small.live_until(day + 1e-9);
  const auto& all = small.diary.all();
  const auto place = [&](HappeningKind kind) {
    return std::ranges::find_if(
               all, [&](const Happening& h) { return h.kind == kind && h.day == day; }) -
           all.begin();
  };
  EXPECT_LT(place(HappeningKind::family_arrived), place(HappeningKind::review_held));
  EXPECT_LT(place(HappeningKind::review_held), place(HappeningKind::outside_referral));
  EXPECT_LT(place(HappeningKind::outside_referral), static_cast<long>(all.size()));
}

}  // namespace
}  // namespace stepdown
