#include "analysis/luck_and_not_knowing.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_worlds.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

VarianceSplit split_with(double luck, double not_knowing) {
  VarianceSplit split;
  split.draws = split.runs = 10;
  split.mean = 0;
  split.luck = luck;
  split.not_knowing = not_knowing;
  return split;
}

const AnswerTopic& topic_of(std::string_view measure) {
  return *std::ranges::find(answer_topics(), measure, &AnswerTopic::measure);
}

TEST(SplitMeasures, keeps_each_plan_and_its_difference_apart) {
  const TemporaryFolder folder;
  write_results_in_worlds(folder.path() + "/results.h5");
  const OutcomeFile file(folder.path() + "/results.h5");
  const auto splits = split_measures(file, {"a", "b"}, measures_of_worlds);
  ASSERT_THAT(splits, SizeIs(2)) << "what no answer speaks of is left out";
  const MeasureSplit* luck = split_called(splits, "rereferral_12m");
  ASSERT_NE(luck, nullptr);
  EXPECT_DOUBLE_EQ(luck->own[0].luck, 1);
  EXPECT_DOUBLE_EQ(luck->own[0].not_knowing, 0);
  EXPECT_DOUBLE_EQ(luck->from_baseline[1].luck, 0) << "the same luck in both plans";
  const MeasureSplit* unallocated = split_called(splits, "unallocated_mean");
  ASSERT_NE(unallocated, nullptr);
  EXPECT_DOUBLE_EQ(unallocated->own[0].not_knowing, 100);
  EXPECT_DOUBLE_EQ(unallocated->from_baseline[1].not_knowing, 1);
  EXPECT_DOUBLE_EQ(unallocated->from_baseline[1].mean, 2);
  EXPECT_DOUBLE_EQ(unallocated->from_baseline[0].not_knowing, 0);
}

TEST(SplitMeasures, takes_those_of_groups_that_are_shown_too) {
  const TemporaryFolder folder;
  write_results_in_worlds(folder.path() + "/results.h5");
  const OutcomeFile file(folder.path() + "/results.h5");
  const std::vector<MeasureGroup> shown{MeasureGroup::flows};
  EXPECT_NE(split_called(split_measures(file, {"b"}, measures_of_worlds, shown), "not_told"),
            nullptr);
}

TEST(MoreUncertain, is_the_part_that_has_most_of_the_variance) {
  EXPECT_EQ(more_uncertain(split_with(1, 9)), MoreUncertain::not_knowing);
  EXPECT_EQ(more_uncertain(split_with(9, 1)), MoreUncertain::luck);
  EXPECT_EQ(more_uncertain(split_with(5, 5)), MoreUncertain::both);
  EXPECT_EQ(more_uncertain(split_with(0, 0)), MoreUncertain::nothing);
  EXPECT_EQ(more_uncertain(split_with(1, std::numeric_limits<double>::quiet_NaN())),
            MoreUncertain::unknown);
}

TEST(AdviceOnLuck, says_whether_more_runs_would_help) {
  EXPECT_THAT(advice_on(split_with(1, 9)), HasSubstr("more runs will not reduce it"));
  EXPECT_THAT(advice_on(split_with(9, 1)), HasSubstr("Most of the uncertainty is luck"));
  EXPECT_THAT(advice_on(split_with(5, 5)), HasSubstr("in like parts"));
  EXPECT_THAT(advice_on(split_with(0, 0)), HasSubstr("Nothing is uncertain here"));
}

TEST(SplitInWords, is_rounded_by_the_wider_of_the_two) {
  const SplitInWords words = in_words(topic_of("unallocated_mean"), split_with(9, 144));
  EXPECT_EQ(words.luck, "10");
  EXPECT_EQ(words.not_knowing, "39");
  EXPECT_EQ(words.unit, "children");
}

TEST(SplitInWords, tells_a_share_of_people_in_people) {
  const SplitInWords words = in_words(topic_of("rereferral_12m"), split_with(0.01, 0.04));
  EXPECT_EQ(words.unit, "of every 1,000 referrals");
  EXPECT_EQ(words.not_knowing, "6.6");
}

TEST(SplitSentences, say_how_wide_each_alone_would_spread_the_difference) {
  const std::vector<MeasureSplit> splits = {{"unallocated_mean",
                                             {split_with(1, 1), split_with(1, 1)},
                                             {split_with(0, 0), split_with(9, 144)}},
                                            {"rereferral_12m",
                                             {split_with(1, 1), split_with(1, 1)},
                                             {split_with(0, 0), split_with(0, 0)}}};
  EXPECT_THAT(
      split_sentences(splits, 1),
      ElementsAre("Cases without a social worker: luck alone would spread the difference "
                  "by 10, not knowing by 39 (children). Most of the uncertainty is not "
                  "knowing: more runs will not reduce it.",
                  AllOf(HasSubstr("Official re-referral"), HasSubstr("the same in every"))));
}

TEST(SplitSentences, do_not_tell_a_part_that_does_not_show_as_a_number) {
  const std::vector<MeasureSplit> splits = {{"unallocated_mean",
                                             {split_with(1, 1), split_with(1, 1)},
                                             {split_with(0, 0), split_with(9, 0)}}};
  EXPECT_THAT(split_sentences(splits, 1).front(),
              HasSubstr("by 9.9, not knowing by nothing that shows (children)"));
}

TEST(SplitSentences, say_nothing_of_what_is_not_known) {
  const VarianceSplit unknown = variance_split({});
  const std::vector<MeasureSplit> splits = {
      {"unallocated_mean", {unknown, unknown}, {unknown, unknown}}};
  EXPECT_THAT(split_sentences(splits, 1), IsEmpty());
}

}  // namespace
}  // namespace stepdown
