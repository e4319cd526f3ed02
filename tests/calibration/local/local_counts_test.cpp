#include "calibration/local/local_counts.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

constexpr ObservedPeriod two_years{2022y / April / 1, 2024y / March / 31};

LocalCounts counts_of(std::vector<ChildRecord> children, ObservedPeriod period = two_years) {
  Aggregator aggregator(period);
  for (ChildRecord& child : children) {
    aggregator.add(std::move(child));
  }
  return aggregator.counts();
}

TEST(LocalCounts, have_a_referral_in_its_official_year_month_and_source) {
  const LocalCounts counts =
      counts_of({{.referrals = {{2022y / April / 1, ReferralSource::police, true},
                                {2023y / March / 31, ReferralSource::schools}}},
                 {.referrals = {{2022y / March / 31}}}});
  const YearCounts& year = counts.years.at(2023);
  EXPECT_EQ(year.referrals, 2);
  EXPECT_EQ(year.no_further_action, 1);
  EXPECT_EQ(year.referrals_by_month[0], 1);
  EXPECT_EQ(year.referrals_by_month[11], 1);
  EXPECT_EQ(year.referrals_by_source[static_cast<std::size_t>(ReferralSource::police)], 1);
  EXPECT_EQ(counts.years.at(2024).referrals, 0);
}

TEST(LocalCounts, call_a_referral_within_12_months_of_the_one_before_a_rereferral) {
  const auto rereferrals = [](Day first, Day second) {
    return counts_of({{.referrals = {{first}, {second}}}}).years.at(2024).rereferrals;
  };
  EXPECT_EQ(rereferrals(2022y / June / 1, 2023y / June / 1), 1);
  EXPECT_EQ(rereferrals(2022y / June / 1, 2023y / June / 2), 0);
}

TEST(LocalCounts, look_back_only_where_12_months_of_records_are_known) {
  const LocalCounts counts =
      counts_of({{.referrals = {{2022y / May / 1}, {2023y / March / 31}, {2023y / April / 2}}}});
  EXPECT_EQ(counts.years.at(2023).looked_back, 0);
  EXPECT_EQ(counts.years.at(2024).looked_back, 1);
}

TEST(LocalCounts, know_who_was_found_not_in_need_by_closing_code_or_by_assessment_and_once) {
  const Day found = 2022y / June / 1;
  const LocalCounts counts =
      counts_of({{.episodes = {{2022y / May / 1, found, ClosureCode::rc8}}},
                 {.episodes = {{2022y / May / 1, found, ClosureCode::rc7}}},
                 {.assessments = {{.from = 2022y / May / 2, .to = found, .in_need = false}}},
                 {.episodes = {{2022y / May / 1, found, ClosureCode::rc9}},
                  .assessments = {{.from = 2022y / May / 2, .to = found, .in_need = false}}},
                 {.assessments = {{.from = 2022y / May / 2, .to = found, .in_need = true}}},
                 {.assessments = {{.from = 2022y / May / 2, .in_need = false}}}});
  EXPECT_EQ(counts.years.at(2023).not_in_need, 3);
}

TEST(LocalCounts, count_assessments_when_they_end_and_cases_with_factors_once) {
  const Day of_case = 2022y / May / 3;
  const LocalCounts counts =
      counts_of({{.assessments = {{2022y / May / 3, Day(2022y / July / 6), of_case,
                                   AssessedFactors::with_neglect},
                                  {2022y / August / 1, Day(2023y / January / 1), of_case,
                                   AssessedFactors::without_neglect},
                                  {2023y / March / 1, {}, of_case}}}});
  const YearCounts& year = counts.years.at(2023);
  EXPECT_EQ(year.assessments, 2);
  // 45 working days: the bank holidays of 2 and 3 June are none.
  EXPECT_EQ(year.assessed_in_45_days, 1);
  EXPECT_EQ(year.cases_with_factors, 1);
  EXPECT_EQ(year.cases_with_neglect, 1);
}

TEST(LocalCounts, put_spells_into_the_bands_of_the_official_tables) {
  DurationCounts ended;
  const Day from = 2022y / January / 1;
  for (const int lasted : {0, 91, 92, 182, 365, 366, 730, 731}) {
    ended.add(from, from + days(lasted));
  }
  EXPECT_EQ(ended.bands, (std::array<std::int64_t, 5>{2, 2, 1, 2, 1}));
  EXPECT_EQ(ended.all(), 8);
}

TEST(LocalCounts, take_no_case_assessed_as_not_in_need_for_an_ended_episode_of_need) {
  const Day from = 2022y / May / 1;
  const Day to = 2022y / July / 1;
  const auto ended = [&](ClosureCode code, std::vector<Assessment> assessments) {
    return counts_of({{.episodes = {{from, to, code}}, .assessments = std::move(assessments)}})
        .years.at(2023)
        .episodes_ended.all();
  };
  const Assessment in_need{.from = from, .to = to, .in_need = true};
  const Assessment not_in_need{.from = from, .to = to, .in_need = false};
  EXPECT_EQ(ended(ClosureCode::rc7, {}), 1);
  EXPECT_EQ(ended(ClosureCode::none, {}), 1);
  EXPECT_EQ(ended(ClosureCode::rc8, {}), 0);
  EXPECT_EQ(ended(ClosureCode::rc9, {}), 0);
  EXPECT_EQ(ended(ClosureCode::none, {not_in_need}), 0);
  EXPECT_EQ(ended(ClosureCode::none, {not_in_need, in_need}), 1);
  // Of another case.
  EXPECT_EQ(ended(ClosureCode::none, {{.from = to + days(1), .in_need = false}}), 1);
}

TEST(LocalCounts, count_children_on_31_march_once_and_not_those_whose_help_ended_that_day) {
  const LocalCounts counts =
      counts_of({{.episodes = {{2022y / May / 1}, {2022y / June / 1}},
                  .protection_plans = {{2022y / June / 1, Day(2023y / March / 31)}}},
                 {.need_plans = {{2023y / March / 31}}, .looked_after = {{2010y / May / 1}}}});
  const YearCounts& year = counts.years.at(2023);
  EXPECT_EQ(year.in_need, 1);
  EXPECT_EQ(year.on_protection_plan, 0);
  EXPECT_EQ(year.on_need_plan, 1);
  EXPECT_EQ(year.in_care, 1);
  EXPECT_EQ(counts.years.at(2024).in_need, 1);
}

TEST(LocalCounts, count_plans_with_their_category_and_those_before_where_that_is_known) {
  const LocalCounts counts =
      counts_of({{.protection_plans = {{2022y / May / 1, Day(2022y / July / 1), true, 0},
                                       {2022y / September / 1, {}, false, 1},
                                       {2022y / October / 1}}}});
  const YearCounts& year = counts.years.at(2023);
  EXPECT_EQ(year.plans_started, 3);
  EXPECT_EQ(year.plans_of_known_number, 2);
  EXPECT_EQ(year.second_plans, 1);
  EXPECT_EQ(year.plans_of_known_category, 2);
  EXPECT_EQ(year.neglect_plans, 1);
  EXPECT_EQ(year.plans_ended.bands[0], 1);
}

TEST(LocalCounts, follow_a_closed_case_to_the_next_referral_or_to_the_end_of_the_records) {
  const LocalCounts counts =
      counts_of({{.referrals = {{2022y / May / 1}, {2022y / December / 1}},
                  .episodes = {{2022y / May / 1, Day(2022y / June / 1), ClosureCode::rc8}}},
                 {.referrals = {{2022y / May / 1}},
                  .episodes = {{2022y / May / 1, Day(2022y / June / 1), ClosureCode::rc8}}},
                 {.episodes = {{2022y / May / 1, Day(2022y / June / 1), ClosureCode::rc3}}}});
  const ReturnTimes& times = counts.returns_after(ReturnAfter::assessed_no_action);
  EXPECT_EQ(times.all(), 2);
  EXPECT_DOUBLE_EQ(times.within_months(12)->share, 0.5);
  EXPECT_DOUBLE_EQ(times.within_months(3)->share, 0);
  EXPECT_EQ(counts.closed_otherwise, 1);
}

TEST(LocalCounts, follow_nobody_beyond_the_18th_birthday) {
  const LocalCounts counts = counts_of(
      {{.birth = Day(2004y / July / 1), .referrals = {{2022y / May / 1}, {2022y / August / 1}}}});
  const ReturnTimes& times = counts.returns_after(ReturnAfter::referral);
  EXPECT_EQ(times.all(), 1);
  EXPECT_FALSE(times.within_months(6));
}

TEST(LocalCounts, divide_closed_cases_by_neglect_and_by_an_earlier_referral) {
  const auto closed = [](AssessedFactors factors, std::vector<Referral> referrals) {
    return ChildRecord{
        .referrals = std::move(referrals),
        .episodes = {{2023y / June / 1, Day(2023y / July / 1), ClosureCode::rc9}},
        .assessments = {{2023y / June / 2, Day(2023y / July / 1), 2023y / June / 1, factors}}};
  };
  const LocalCounts counts =
      counts_of({closed(AssessedFactors::with_neglect, {{2022y / August / 1}, {2023y / June / 1}}),
                 closed(AssessedFactors::without_neglect, {{2023y / June / 1}}),
                 closed(AssessedFactors::not_recorded, {{2023y / June / 1}})});
  const auto all = [&](CaseMark mark) {
    return counts.returns_after(ReturnAfter::assessed_early_help, mark).all();
  };
  EXPECT_EQ(all(CaseMark::all), 3);
  EXPECT_EQ(all(CaseMark::with_neglect), 1);
  EXPECT_EQ(all(CaseMark::without_neglect), 1);
  EXPECT_EQ(all(CaseMark::known_before), 1);
  EXPECT_EQ(all(CaseMark::new_case), 2);
}

TEST(LocalCounts, do_not_depend_on_the_order_of_children_or_rows) {
  const ChildRecord one{.referrals = {{2023y / June / 1}, {2022y / May / 1}}};
  const ChildRecord other{
      .referrals = {{2022y / July / 1}},
      .episodes = {{2022y / July / 1, Day(2022y / August / 1), ClosureCode::rc7}}};
  const LocalCounts there = counts_of({one, other});
  const LocalCounts back = counts_of({other, one});
  for (const int year : {2023, 2024}) {
    EXPECT_EQ(there.years.at(year).referrals, back.years.at(year).referrals);
  }
  EXPECT_EQ(there.returns_after(ReturnAfter::referral).within_months(12)->share,
            back.returns_after(ReturnAfter::referral).within_months(12)->share);
}

}  // namespace
}  // namespace stepdown
