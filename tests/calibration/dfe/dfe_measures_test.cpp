#include "calibration/dfe/dfe_measures.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "model/outcomes/outcomes.h"
#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

class DfeMeasures : public ::testing::Test {
 protected:
  DfePanel panel() {
    write_tables(folder_, "dfe", files_);
    return read_dfe(folder_.path() + "/dfe");
  }
  double figure(const DfePanel& panel, const char* name, const char* authority) {
    const auto found =
        figure_of(*find_dfe_measure(name),
                  panel.authorities.at(find_authority(panel, authority).value()), 2024);
    return found ? found->value : NAN;
  }
  std::string source(const DfePanel& panel, const char* name) {
    return source_of(*find_dfe_measure(name), panel,
                     panel.authorities.at(find_authority(panel, "990").value()), 2024);
  }

  const TemporaryFolder folder_;
  std::map<std::string, std::string> files_ = published_tables();
};

TEST_F(DfeMeasures, are_run_measures_of_the_model) {
  for (const DfeMeasure& measure : dfe_measures()) {
    EXPECT_NE(std::ranges::find(run_measures(), measure.name, &Measure::name), run_measures().end())
        << measure.name;
    EXPECT_GT(measure.usual_noise, 0) << measure.name;
    EXPECT_GT(measure.usual_drift, 0) << measure.name;
  }
  EXPECT_EQ(find_dfe_measure("nothing"), nullptr);
}

// The figures of calibration/targets/england_2024.toml.
TEST_F(DfeMeasures, of_england_are_the_figures_that_the_base_was_brought_near) {
  const DfePanel all = panel();
  for (const auto& [name, value] : {std::pair("referrals_per_10000", 518.3),
                                    std::pair("rereferral_12m", 22.4),
                                    std::pair("no_further_action", 6.3),
                                    std::pair("assessed_not_in_need", 30.3),
                                    std::pair("assessments_in_45_days", 84.5),
                                    std::pair("assessments_with_neglect", 16.5),
                                    std::pair("enquiries_per_100_referrals", 36.1),
                                    std::pair("conferences_per_100_enquiries", 32.2),
                                    std::pair("plans_per_100_conferences", 86.0),
                                    std::pair("children_in_need_per_10000", 332.9),
                                    std::pair("protection_plans_per_10000", 41.6),
                                    std::pair("second_or_subsequent_plan", 24.7),
                                    std::pair("plans_category_neglect", 49.8),
                                    std::pair("plans_ended_within_3m", 16.3),
                                    std::pair("plans_ended_within_6m", 28.0),
                                    std::pair("plans_ended_within_12m", 71.3),
                                    std::pair("plans_ended_within_24m", 96.2),
                                    std::pair("episodes_ended_within_3m", 47.5),
                                    std::pair("episodes_ended_within_12m", 78.0),
                                    std::pair("episodes_ended_within_24m", 90.2),
                                    std::pair("caseload_social_worker", 15.4)}) {
    EXPECT_NEAR(figure(all, name, "England"), value, 0.051) << name;
  }
  // There in whole children, or told with the sum of rounded shares.
  EXPECT_NEAR(figure(all, "child_in_need_plans_per_10000", "England"), 86, 0.21);
  EXPECT_NEAR(figure(all, "looked_after_per_10000", "England"), 69, 0.28);
  EXPECT_NEAR(figure(all, "episodes_ended_within_6m", "England"), 62.3, 0.07);
}

TEST_F(DfeMeasures, are_reckoned_from_the_other_parts_where_one_is_withheld) {
  const DfePanel all = panel();
  EXPECT_NEAR(figure(all, "assessments_in_45_days", "990"), 100.0 * (2800 - 380) / 2800, 1e-9);
  EXPECT_THAT(source(all, "assessments_in_45_days"),
              HasSubstr("100 less DfE, c2_assessments.csv: 46-50_days + 51-60_days + 61+_days, of "
                        "Assessments_completed"));
  EXPECT_NEAR(figure(all, "plans_ended_within_12m", "990"), 100.0 * 185 / 260, 1e-9);
  EXPECT_TRUE(std::isnan(figure(all, "plans_ended_within_24m", "990")));
  EXPECT_TRUE(std::isnan(figure(all, "referrals_per_10000", "991")));
}

TEST_F(DfeMeasures, name_file_and_columns) {
  const DfePanel all = panel();
  EXPECT_EQ(source(all, "referrals_per_10000"), "DfE, c1_referrals.csv: Referrals_rate");
  EXPECT_EQ(source(all, "enquiries_per_100_referrals"),
            "DfE, c4_enquiries.csv: Section47, of DfE, c1_referrals.csv: Referrals");
  EXPECT_EQ(source(all, "looked_after_per_10000"),
            "DfE, looked_after.csv: children_count, of population_estimate");
}

TEST_F(DfeMeasures, that_are_rates_are_reckoned_where_a_release_has_none) {
  files_["c1_referrals.csv"] = with_change(files_["c1_referrals.csv"], "Referrals,Referrals_rate",
                                           "referral_count,left_out");
  const DfePanel all = panel();
  EXPECT_NEAR(figure(all, "referrals_per_10000", "990"), 600, 1e-9);
  EXPECT_EQ(source(all, "referrals_per_10000"),
            "DfE, c1_referrals.csv: referral_count, of DfE, population.csv: population_estimate");
  // Of England's children in the middle of 2023.
  EXPECT_NEAR(figure(all, "referrals_per_10000", "England"), 518.3, 0.05);
}

TEST_F(DfeMeasures, that_are_rates_are_by_the_children_of_the_looked_after_without_estimates) {
  files_.erase("population.csv");
  files_["c1_referrals.csv"] = with_change(files_["c1_referrals.csv"], "Referrals,Referrals_rate",
                                           "referral_count,left_out");
  const DfePanel all = panel();
  EXPECT_NEAR(figure(all, "referrals_per_10000", "990"), 600, 1e-9);
  EXPECT_THAT(source(all, "referrals_per_10000"), HasSubstr("of DfE, looked_after.csv"));
}

TEST_F(DfeMeasures, know_how_far_counting_alone_lets_a_figure_stray) {
  const DfePanel all = panel();
  const DfeAuthority& norvale = all.authorities.at(find_authority(all, "990").value());
  EXPECT_NEAR(figure_of(*find_dfe_measure("referrals_per_10000"), norvale, 2024)->sampling_variance,
              1 / 3000.0, 1e-12);
  EXPECT_NEAR(
      figure_of(*find_dfe_measure("plans_category_neglect"), norvale, 2024)->sampling_variance,
      4 / 270.0, 1e-3);  // on the logit: 1 / (p (1 - p) n)
}

}  // namespace
}  // namespace stepdown
