#include "analysis/official_count.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "analysis/answer.h"
#include "analysis/comparison.h"
#include "analysis/comparison_table.h"
#include "analysis/outcome_writer.h"
#include "analysis/summary_csv.h"
#include "model/outcomes/outcomes.h"
#include "model/parameters/registry.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<Measure> measures = {
    {"child_years_level_3_to_5", "child-years a year", "Need", MeasureGroup::need, false},
    {"rereferral_12m", "%", "Re-referral", MeasureGroup::returning, false},
    {"escalation_12m", "%", "Escalation", MeasureGroup::escalation, false},
};

constexpr const char* one_service = "family_help.model = \"merged\"\n";

/// One plan with two services and two plans with one.
class TwoModels : public ::testing::Test {
 protected:
  TwoModels() {
    OutcomeWriter writer(path(),
                         {"1",
                          "",
                          1,
                          2024,
                          1,
                          {{"apart", "", ""}, {"one", "", one_service}, {"same", "", one_service}}},
                         measures, measures);
    for (std::uint32_t run = 0; run < 40; ++run) {
      std::vector<std::optional<Outcomes>> outcomes;
      for (int scenario = 0; scenario < 3; ++scenario) {
        outcomes.push_back(Outcomes{{100.0 - scenario, 20.0 - scenario, 30.0 + scenario}, {}, 12});
      }
      writer.take({run, outcomes});
    }
    writer.finish();
  }
  std::string path() const { return folder_.path() + "/results.h5"; }

 private:
  TemporaryFolder folder_;
};

TEST_F(TwoModels, have_the_same_need_and_other_official_counts) {
  const Comparison comparison = compare(OutcomeFile(path()), {"apart", "one"}, measures);
  EXPECT_EQ(comparison.find("child_years_level_3_to_5")->from_baseline[1].verdict, Verdict::lower);
  const PairedDifference& official = comparison.find("rereferral_12m")->from_baseline[1];
  EXPECT_EQ(official.verdict, Verdict::not_comparable);
  EXPECT_EQ(official.pairs(), 0U) << "nothing is left of which a sentence could be made";
  EXPECT_EQ(comparison.find("rereferral_12m")->own[1].mean, 19) << "the count itself can be seen";
}

TEST_F(TwoModels, never_make_a_sentence_on_an_official_count) {
  const Comparison comparison = compare(OutcomeFile(path()), {"apart", "one"}, measures);
  const std::vector<std::string> sentences = answer_sentences(comparison, 1);
  EXPECT_THAT(sentences, Not(Contains(HasSubstr("Official re-referral:"))));
  EXPECT_THAT(sentences, Not(Contains(HasSubstr("Escalation:"))));
  EXPECT_THAT(sentences, Contains(HasSubstr("are not compared")));
}

TEST_F(TwoModels, are_marked_in_the_table_and_in_the_summary) {
  const OutcomeFile file(path());
  const Comparison comparison = compare(file, {"apart", "one"}, measures);
  const std::vector<MeasureGroup> groups = {MeasureGroup::returning};
  EXPECT_THAT(comparison_table(comparison, 1, groups), HasSubstr("not comparable"));
  std::ostringstream csv;
  write_summary_csv(file, csv, measures);
  EXPECT_THAT(csv.str(), HasSubstr("difference,rereferral_12m,%,one,apart,0,0,,,,,,0,0,0,"
                                   "not_comparable"));
}

TEST_F(TwoModels, compare_again_where_both_have_one_service) {
  const Comparison comparison = compare(OutcomeFile(path()), {"one", "same"}, measures);
  EXPECT_EQ(comparison.find("rereferral_12m")->from_baseline[1].verdict, Verdict::lower);
  EXPECT_THAT(answer_sentences(comparison, 1), Not(Contains(HasSubstr("are not compared"))));
}

const ServiceModels one_and_two({"apart", "one"}, {false, true});

TEST_F(TwoModels, are_known_from_results_and_from_how_they_were_made) {
  const OutcomeFile file(path());
  for (const ServiceModels& models : {ServiceModels(file), ServiceModels(file.provenance())}) {
    EXPECT_FALSE(models.are_comparable("escalation_12m", 0, 1));
    EXPECT_TRUE(models.are_comparable("escalation_12m", 1, 2));
    EXPECT_TRUE(models.are_all_comparable("child_years_level_3_to_5"));
    EXPECT_FALSE(models.are_all_comparable("escalation_12m"));
  }
}

Varied varied_model(std::vector<double> places) {
  return {find_parameter("family_help.model"), {0, 1}, std::move(places)};
}

TEST(ServiceModels, are_one_where_a_study_gives_all_plans_the_same) {
  const std::vector<Varied> varied{varied_model({1})};
  EXPECT_TRUE(one_and_two.at_points_of(varied).are_all_comparable("escalation_12m"));
}

TEST(ServiceModels, that_are_varied_leave_an_official_count_comparable_with_nothing) {
  const std::vector<Varied> varied{varied_model({0, 1})};
  const ServiceModels models = one_and_two.at_points_of(varied);
  EXPECT_FALSE(models.are_comparable("escalation_12m", 0, 0));
  EXPECT_TRUE(models.are_comparable("child_years_level_3_to_5", 0, 1));
}

TEST(ServiceModels, refuse_with_the_measures_the_plans_and_a_way_out) {
  const std::vector<std::string> refused{"escalation_12m", "referrals"};
  const NotComparable refusal = one_and_two.refusal(refused, "look at need");
  EXPECT_STREQ(refusal.what(),
               "these plans cannot be compared in `escalation_12m` and `referrals`");
  EXPECT_THAT(refusal.reasons(),
              ElementsAre("where early help and children in need are one service, the same name "
                          "counts something else; they are one in `one` and two in `apart`",
                          "look at need"));
}

TEST(OfficialCounts, are_measures_that_there_are) {
  for (const std::string_view beginning : beginnings_of_official_counts()) {
    EXPECT_TRUE(std::ranges::any_of(outcome_registry(), [&](const Measure& measure) {
      std::string_view name = measure.name;
      name.remove_prefix(name.starts_with("month_") ? 6 : 0);
      return name.starts_with(beginning) && is_official_count(measure.name);
    })) << beginning;
  }
}

TEST(OfficialCounts, are_those_that_the_border_of_social_care_decides) {
  for (const char* name :
       {"referrals", "rereferral_12m", "month_rereferrals", "escalation_12m",
        "second_or_subsequent_plan", "month_second_or_subsequent_plans",
        "children_in_need_at_31_march", "month_children_in_need", "plans_ended_within_3m",
        "caseload_social_worker", "waiting_targeted_early_help_mean", "waiting_days_fifth_3",
        "waiting_days_age_under_5", "flow_targeted_to_in_need"}) {
    EXPECT_TRUE(is_official_count(name)) << name;
  }
  for (const char* name :
       {"child_years_level_3_to_5", "return_of_need_24m", "lateness_level_3_days",
        "helped_12m_level_3", "waiting_community_early_help_mean", "month_cost_total", "cost_total",
        "stock_looked_after", "looked_after_per_10000", "back_12m", "never_known"}) {
    EXPECT_FALSE(is_official_count(name)) << name;
  }
}

}  // namespace
}  // namespace stepdown
