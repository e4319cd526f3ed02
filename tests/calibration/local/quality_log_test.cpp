#include "calibration/local/quality_log.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

constexpr Day last{2024y / March / 31};

class RowChecks : public ::testing::Test {
 protected:
  RowCheck row() { return {log, RecordKind::referral, last}; }
  bool is_rejected_as(RowCheck& row, Rejection reason) {
    return !row.settle() && log.rejected(RecordKind::referral, reason) == 1 &&
           log.rejected(RecordKind::referral) == 1;
  }

  QualityLog log;
};

TEST_F(RowChecks, take_a_row_with_sound_dates) {
  RowCheck sound = row();
  const auto from = sound.needed("2023-05-01");
  const auto to = sound.optional("");
  sound.in_order(from, to);
  EXPECT_TRUE(sound.settle());
  EXPECT_EQ(log.taken(RecordKind::referral), 1);
  EXPECT_EQ(log.read(RecordKind::referral), 1);
}

TEST_F(RowChecks, reject_a_date_that_is_missing) {
  RowCheck wrong = row();
  wrong.needed("");
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::missing_date));
}

TEST_F(RowChecks, reject_a_date_that_cannot_be_read) {
  RowCheck wrong = row();
  wrong.optional("31 Jan");
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::unreadable_date));
}

TEST_F(RowChecks, reject_a_date_after_the_last_day_of_the_records) {
  RowCheck wrong = row();
  wrong.needed("2024-04-01");
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::after_the_period));
}

TEST_F(RowChecks, take_what_ended_after_the_last_day_as_going_on) {
  RowCheck sound = row();
  sound.needed("2023-05-02");
  EXPECT_EQ(sound.end("2024-05-10"), std::nullopt);
  EXPECT_EQ(sound.end(""), std::nullopt);
  EXPECT_EQ(sound.end("2023-10-01"), Day(2023y / October / 1));
  EXPECT_TRUE(sound.settle());
  RowCheck wrong = row();
  wrong.end("soon");
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::unreadable_date));
}

TEST_F(RowChecks, reject_an_end_before_the_beginning) {
  RowCheck wrong = row();
  wrong.in_order(wrong.needed("2023-05-02"), wrong.needed("2023-05-01"));
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::dates_out_of_order));
}

TEST_F(RowChecks, reject_a_birth_long_after_and_take_an_unborn_child) {
  RowCheck unborn = row();
  unborn.near_birth(day_of("2023-12-01"), unborn.needed("2023-05-02"));
  EXPECT_TRUE(unborn.is_sound());
  RowCheck wrong = row();
  wrong.near_birth(day_of("2024-12-01"), wrong.needed("2023-05-02"));
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::born_after));
}

TEST_F(RowChecks, count_a_row_once_by_what_was_wrong_first) {
  RowCheck wrong = row();
  wrong.needed("");
  wrong.needed("x");
  EXPECT_TRUE(is_rejected_as(wrong, Rejection::missing_date));
}

}  // namespace
}  // namespace stepdown
