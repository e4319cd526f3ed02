#include "calibration/local/open_cases.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Day last_day{2023y / March / 31};

ChildRecord open_case(Day from) { return {.referrals = {{from}}, .episodes = {{from}}}; }

/// A child as it is known once the next return was read.
ChildRecord settled(ChildRecord child, ChildRecord next) {
  OpenCases(last_day).settle(child, next);
  child.update(std::move(next));
  return child;
}

TEST(OpenCases, go_on_in_the_next_return) {
  const ChildRecord child = settled(open_case(2022y / June / 1), open_case(2022y / June / 1));
  ASSERT_THAT(child.episodes, SizeIs(1));
  EXPECT_FALSE(child.episodes[0].to);
}

TEST(OpenCases, that_are_not_in_it_ended_on_the_last_day_of_the_one_before) {
  ChildRecord before = open_case(2022y / June / 1);
  before.need_plans = {{2022y / July / 1}};
  before.protection_plans = {{2022y / August / 1}};
  const ChildRecord child = settled(before, {});
  EXPECT_EQ(child.episodes.at(0).to, last_day);
  EXPECT_EQ(child.need_plans.at(0).to, last_day);
  EXPECT_EQ(child.protection_plans.at(0).to, last_day);
  EXPECT_THAT(child.referrals, SizeIs(1));
}

TEST(OpenCases, whose_date_was_put_right_are_there_once) {
  const ChildRecord child = settled(open_case(2022y / June / 1), open_case(2022y / September / 12));
  ASSERT_THAT(child.referrals, SizeIs(1));
  EXPECT_EQ(child.referrals[0].on, Day(2022y / September / 12));
  EXPECT_THAT(child.episodes, SizeIs(1));
  EXPECT_THAT(settled(open_case(2023y / March / 30), open_case(2023y / April / 3)).referrals,
              SizeIs(1));
}

TEST(OpenCases, are_no_later_referral_nor_another_case_that_both_returns_know) {
  const ChildRecord later = settled(open_case(2022y / June / 1), open_case(2023y / June / 1));
  EXPECT_THAT(later.referrals, SizeIs(2));
  EXPECT_EQ(later.episodes.at(0).to, last_day);
  ChildRecord before = open_case(2022y / June / 1);
  before.referrals.push_back({2022y / December / 1});
  before.episodes.push_back({2022y / December / 1});
  EXPECT_THAT(settled(before, open_case(2022y / December / 1)).referrals, SizeIs(2));
}

TEST(OpenCases, that_turned_out_to_be_without_further_action_are_no_episodes) {
  const ChildRecord child =
      settled(open_case(2022y / June / 1),
              {.referrals = {{2022y / June / 1, ReferralSource::police, true}}});
  EXPECT_THAT(child.episodes, IsEmpty());
  EXPECT_THAT(child.referrals, SizeIs(1));
}

TEST(OpenCases, leave_alone_what_had_ended) {
  const ChildRecord child =
      settled({.episodes = {{2022y / May / 1, Day(2022y / June / 1), ClosureCode::rc7}}}, {});
  EXPECT_EQ(child.episodes.at(0).to, Day(2022y / June / 1));
}

TEST(OpenCases, are_counted_and_known_to_have_mostly_vanished) {
  OpenCases cases(last_day);
  const auto settle = [&cases](int number, const ChildRecord& next) {
    for (int i = 0; i < number; ++i) {
      ChildRecord child = open_case(2022y / June / 1);
      cases.settle(child, next);
    }
  };
  settle(19, {});
  EXPECT_FALSE(cases.have_mostly_vanished());  // too few to tell
  settle(19, open_case(2022y / June / 1));
  EXPECT_FALSE(cases.have_mostly_vanished());
  settle(1, {});
  EXPECT_TRUE(cases.have_mostly_vanished());
  QualityLog log;
  cases.tell(log);
  EXPECT_EQ(log.noted(RecordKind::episode, Gap::vanished_open), 20);
}

}  // namespace
}  // namespace stepdown
