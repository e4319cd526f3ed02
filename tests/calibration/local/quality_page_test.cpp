#include "calibration/local/quality_page.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

LocalImport one_and_a_half_years() {
  LocalImport import{"CIN census return of 2024", "999", {}, {}};
  import.counts.period = {2023y / April / 1, 2024y / September / 30};
  YearCounts& year = import.counts.years[2024];
  year.referrals_by_month = {20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 3};
  year.referrals = 278;
  import.counts.years[2025].referrals_by_month = {40, 41, 42, 43, 44, 45};
  import.counts.years[2025].referrals = 255;
  return import;
}

std::string page_of(const LocalImport& import, std::int64_t threshold = 5) {
  const SmallNumbers small(threshold);
  return quality_page(import, local_measures(import.counts, small, {}),
                      return_rows(import.counts, small), small);
}

TEST(QualityPage, shows_which_months_there_are_and_which_year_is_not_whole) {
  EXPECT_THAT(page_of(one_and_a_half_years()),
              AllOf(HasSubstr("complete from 1 April 2023 to 30 September 2024"),
                    HasSubstr("the year to 31 March 2025."), HasSubstr("<td>45</td><td>-</td>")));
}

TEST(QualityPage, hides_a_small_month_and_another_with_it) {
  const std::string page = page_of(one_and_a_half_years());
  EXPECT_THAT(page, HasSubstr("<td>c</td><td>21</td>"));
  EXPECT_THAT(page, HasSubstr("<td>30</td><td>c</td><td>278</td>"));
  EXPECT_THAT(page_of(one_and_a_half_years(), 1), HasSubstr("<td>30</td><td>3</td>"));
}

TEST(QualityPage, tells_reason_by_reason_why_rows_were_rejected) {
  LocalImport import = one_and_a_half_years();
  for (int i = 0; i < 90; ++i) {
    import.log.take(RecordKind::referral);
  }
  for (int i = 0; i < 7; ++i) {
    import.log.reject(RecordKind::referral, Rejection::dates_out_of_order);
    import.log.reject(RecordKind::referral, Rejection::after_the_period);
    import.log.note(RecordKind::referral, Gap::unknown_code);
  }
  EXPECT_THAT(page_of(import),
              AllOf(HasSubstr("<th scope=\"row\">Referrals</th><td>100</td><td>90</td>"),
                    HasSubstr("a date after the period: 7; dates in the wrong order: 7"),
                    HasSubstr("a code that is not known: 7")));
  import.log.reject(RecordKind::referral, Rejection::duplicate);
  EXPECT_THAT(page_of(import),
              HasSubstr("given twice: c; a date after the period: 7; dates in the wrong order: 7"));
  EXPECT_THAT(page_of(import, 1),
              AllOf(HasSubstr("given twice: 1;"), HasSubstr("<td>105</td><td>90</td>")));
}

TEST(QualityPage, says_what_is_not_told_and_asks_nothing_of_a_network) {
  const std::string page = page_of(one_and_a_half_years());
  EXPECT_THAT(page, AllOf(HasSubstr("A count from 1 to 4 is written as c"),
                          HasSubstr("default-src 'none'"), Not(HasSubstr("<script"))));
  EXPECT_THAT(page_of(one_and_a_half_years(), 1), HasSubstr("Nothing was held back"));
}

TEST(QualityPage, holds_the_ways_of_closing_against_one_another) {
  LocalImport import = one_and_a_half_years();
  const auto add = [&import](ReturnAfter after, int back) {
    for (int i = 0; i < 400; ++i) {
      ReturnTimes& times = import.counts.returns[static_cast<std::size_t>(after)][0];
      i < back ? times.add_back(100) : times.add_lost(731);
    }
  };
  add(ReturnAfter::referral, 80);
  add(ReturnAfter::assessed_no_action, 120);
  add(ReturnAfter::assessed_early_help, 60);
  // Half of either range is 4.4 and 3.5 points.
  EXPECT_THAT(page_of(import), HasSubstr("a difference of 15 in 100 (95% range 9 to 21)"));
  EXPECT_THAT(page_of(import, 1), HasSubstr("a difference of 15.0 in 100 (95% range 9.3 to 20.7)"));
}

TEST(QualityPage, warns_that_ways_of_closing_are_not_chosen_by_lot) {
  EXPECT_THAT(page_of(one_and_a_half_years()), HasSubstr("a difference between families first"));
}

}  // namespace
}  // namespace stepdown
