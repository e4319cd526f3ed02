#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "model/replication.h"
#include "scenarios/scenario.h"

// One run of a small place, number for number, under the base and under one policy of each family
// whose mechanisms the others share. A change here is news: say under Results in the changelog what
// moved and why. The tolerance is 1e-9 of the value, because the last bits of the C library's tan,
// exp and pow, which gamma draws use, may differ; all else is exact on every processor that can run
// the program.

namespace stepdown {
namespace {

using Golden = std::vector<std::pair<std::string, double>>;

Outcomes one_run(const std::string& file) {
  const std::string scenarios = std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/";
  const Scenario scenario =
      load_scenarios(
          *disk_source(),
          {{scenarios + file}, "", {"population.children=6000", "workforce.social_workers=11"}})
          .front();
  return Replication(scenario.before_day_0(), {1, 0}).under(scenario.from_day_0());
}

void expect_golden(const std::string& file, const Golden& golden) {
  const Outcomes outcomes = one_run(file);
  for (const auto& [name, value] : golden) {
    std::size_t column = 0;
    while (run_measures()[column].name != name) {
      ++column;
    }
    EXPECT_NEAR(outcomes.of_run[column], value, 1e-9 * std::abs(value)) << name;
  }
}

TEST(GoldenBase, is_what_it_was) {
  expect_golden("base.toml", {
                                 {"child_years_level_3_to_5", 465.99488903731373},
                                 {"severe_child_years_without_help", 127.49809610948259},
                                 {"return_of_need_24m", 52.173913043478258},
                                 {"lateness_level_3_days", 1551.9196294761882},
                                 {"waiting_targeted_early_help_mean", 11.260532028781114},
                                 {"referrals", 307.44208652792986},
                                 {"rereferral_12m", 24.463240078074172},
                                 {"starts_child_protection", 28.803943044906898},
                                 {"second_or_subsequent_plan", 26.736111111111111},
                                 {"caseload_social_worker", 13.667682406217194},
                                 {"cost_total", 5627054.1287238291},
                             });
}

TEST(GoldenTapered, is_what_it_was) {
  expect_golden("policies/tapered.toml",
                {
                    {"child_years_level_3_to_5", 451.630402186992},
                    {"severe_child_years_without_help", 111.40868739262623},
                    {"return_of_need_24m", 52.156862745098039},
                    {"lateness_level_3_days", 1619.5689658882552},
                    {"waiting_targeted_early_help_mean", 23.152801459178484},
                    {"referrals", 273.3374178532311},
                    {"rereferral_12m", 20.014635931211124},
                    {"starts_child_protection", 26.003559693318728},
                    {"second_or_subsequent_plan", 24.615384615384617},
                    {"caseload_social_worker", 16.608823182540327},
                    {"cost_total", 5771116.8066598056},
                });
}

// Lists and consent between tiers at the end of help.
TEST(GoldenStepDown, is_what_it_was) {
  expect_golden("policies/step_down.toml",
                {
                    {"child_years_level_3_to_5", 469.33049545746451},
                    {"severe_child_years_without_help", 129.70494887352859},
                    {"return_of_need_24m", 55.350553505535053},
                    {"lateness_level_3_days", 1607.5509127294788},
                    {"waiting_targeted_early_help_mean", 29.13008271725381},
                    {"referrals", 307.34207283680172},
                    {"rereferral_12m", 24.210868857793688},
                    {"starts_child_protection", 29.103984118291347},
                    {"second_or_subsequent_plan", 23.711340206185568},
                    {"caseload_social_worker", 13.460393827474213},
                    {"cost_total", 5370480.4389218884},
                });
}

// Closing by the calendar, whatever the level.
TEST(GoldenTimeLimited, is_what_it_was) {
  expect_golden("policies/time_limited.toml",
                {
                    {"child_years_level_3_to_5", 463.13875907016933},
                    {"severe_child_years_without_help", 129.99847014864994},
                    {"return_of_need_24m", 54.509803921568626},
                    {"lateness_level_3_days", 1629.4458539712082},
                    {"waiting_targeted_early_help_mean", 24.173613797184068},
                    {"referrals", 307.84214129244248},
                    {"rereferral_12m", 24.561403508771932},
                    {"starts_child_protection", 26.503628148959471},
                    {"second_or_subsequent_plan", 21.509433962264151},
                    {"caseload_social_worker", 13.702718114106405},
                    {"cost_total", 5552520.4410845311},
                });
}

// Judgement against a threshold, and who comes back.
TEST(GoldenHigherThreshold, is_what_it_was) {
  expect_golden("policies/higher_child_in_need_threshold.toml",
                {
                    {"child_years_level_3_to_5", 465.86607082362707},
                    {"severe_child_years_without_help", 128.61263808847528},
                    {"return_of_need_24m", 53.02491103202847},
                    {"lateness_level_3_days", 1510.7639215349052},
                    {"waiting_targeted_early_help_mean", 12.433503135772032},
                    {"referrals", 316.34330503833513},
                    {"rereferral_12m", 26.651912741068607},
                    {"starts_child_protection", 30.304148411829132},
                    {"second_or_subsequent_plan", 26.732673267326732},
                    {"caseload_social_worker", 13.340337345205157},
                    {"cost_total", 5596945.4135409901},
                });
}

// Caps, unallocated cases and who waits.
TEST(GoldenCaseloadCap, is_what_it_was) {
  expect_golden("policies/social_worker_cap_16.toml",
                {
                    {"child_years_level_3_to_5", 466.15351892012052},
                    {"severe_child_years_without_help", 127.22365965266007},
                    {"return_of_need_24m", 51.851851851851855},
                    {"lateness_level_3_days", 1535.3167236949491},
                    {"waiting_targeted_early_help_mean", 10.826528916439411},
                    {"referrals", 306.4419496166484},
                    {"rereferral_12m", 24.445169712793735},
                    {"starts_child_protection", 28.403888280394302},
                    {"second_or_subsequent_plan", 25.35211267605634},
                    {"caseload_social_worker", 13.662437993366671},
                    {"cost_total", 5645804.0616994305},
                });
}

// Capacity of early help: lists, and what comes of being reached sooner.
TEST(GoldenEarlyHelpCapacity, is_what_it_was) {
  expect_golden("policies/one_more_key_worker.toml",
                {
                    {"child_years_level_3_to_5", 465.34175444038391},
                    {"severe_child_years_without_help", 124.57731107415771},
                    {"return_of_need_24m", 52.484472049689444},
                    {"lateness_level_3_days", 1491.6735522955532},
                    {"waiting_targeted_early_help_mean", 2.4373260388766607},
                    {"referrals", 304.84173055859799},
                    {"rereferral_12m", 23.326771653543307},
                    {"starts_child_protection", 29.003970427163196},
                    {"second_or_subsequent_plan", 25.517241379310345},
                    {"caseload_social_worker", 13.655743122338711},
                    {"cost_total", 5713073.7502203258},
                });
}

// The other organisation of services: one assessment, one list.
TEST(GoldenFamilyHelp, is_what_it_was) {
  expect_golden("policies/family_help.toml",
                {
                    {"child_years_level_3_to_5", 468.56348060835808},
                    {"severe_child_years_without_help", 123.69374172747065},
                    {"return_of_need_24m", 52.531645569620252},
                    {"lateness_level_3_days", 1494.8674532827617},
                    {"referrals", 288.33947152245344},
                    {"rereferral_12m", 21.401318071453346},
                    {"starts_child_protection", 29.904093647316536},
                    {"second_or_subsequent_plan", 26.086956521739129},
                    {"caseload_social_worker", 23.988639394132878},
                    {"cost_total", 5490289.1049004886},
                });
}

}  // namespace
}  // namespace stepdown
