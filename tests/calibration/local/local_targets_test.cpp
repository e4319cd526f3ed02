#include "calibration/local/local_targets.h"

#include <gmock/gmock.h>

#include "calibration/target_text.h"
#include "calibration/targets.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const LocalImport import{"CIN census return of 2024", "", {}, {}};

LocalMeasure no_further_action() {
  LocalMeasure measure{"no_further_action", "No action, %", "no further action", "referrals"};
  measure.years = {
      {2022, 6, 1, 30, 500, true}, {2023, 5, 1, 25, 500, true}, {2024, 0.777, 0.5, 3, 386, false}};
  return measure;
}

TEST(LocalTargets, are_a_target_file_with_the_last_year_that_may_be_told) {
  const std::string text =
      written_targets(local_targets(import, {no_further_action()}), comment_on_targets(import));
  const std::vector<Target> targets = read_targets("targets.toml", text);
  ASSERT_EQ(targets.size(), 1U);
  EXPECT_EQ(targets[0].value, 5);
  EXPECT_EQ(targets[0].error, 1);
  EXPECT_EQ(targets[0].year, 2023);
  ASSERT_EQ(targets[0].by_year.size(), 2U);
  EXPECT_EQ(targets[0].by_year[0], (YearFigure{2022, 6, "30 of 500 referrals: no further action"}));
  EXPECT_THAT(text, Not(HasSubstr("777")));
}

TEST(LocalTargets, are_no_file_when_nothing_may_be_told) {
  LocalMeasure measure = no_further_action();
  measure.years = {measure.years.back()};
  EXPECT_THAT(local_targets(import, {measure}), IsEmpty());
}

TEST(LocalTargets, say_how_a_figure_was_got) {
  LocalMeasure measure = no_further_action();
  EXPECT_EQ(counts_in_words(measure, measure.years[0]), "30 of 500 referrals: no further action");
  measure.kind = FigureKind::ratio;
  EXPECT_EQ(counts_in_words(measure, measure.years[0]), "30 no further action for 500 referrals");
  EXPECT_EQ(counts_in_words(measure, {.part = 12}), "12 no further action");
  EXPECT_THAT(counts_in_words(measure, {.part = 12, .whole = 40, .followed_days = 364}),
              HasSubstr("12 seen within 364 days after 40 referrals, each followed"));
}

}  // namespace
}  // namespace stepdown
