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
                                 {"child_years_level_3_to_5", 591.06726629796731},
                                 {"severe_child_years_without_help", 194.03497293831219},
                                 {"return_of_need_24m", 61.252940361682882},
                                 {"lateness_level_3_days", 1421.8399501169249},
                                 {"waiting_targeted_early_help_mean", 14.383433341590569},
                                 {"referrals", 315.24315443592553},
                                 {"rereferral_12m", 22.652284263959391},
                                 {"starts_child_protection", 27.103710295728366},
                                 {"second_or_subsequent_plan", 19.188191881918819},
                                 {"caseload_social_worker", 14.359907120743035},
                                 {"cost_total", 5870948.2919046124},
                             });
}

TEST(GoldenTapered, is_what_it_was) {
  expect_golden("policies/tapered.toml",
                {
                    {"child_years_level_3_to_5", 568.47368398062804},
                    {"severe_child_years_without_help", 170.94598624869795},
                    {"return_of_need_24m", 62.154245701910817},
                    {"lateness_level_3_days", 1478.134097148715},
                    {"waiting_targeted_early_help_mean", 22.573726850177536},
                    {"referrals", 275.53771905805036},
                    {"rereferral_12m", 17.967332123411978},
                    {"starts_child_protection", 25.703518619934282},
                    {"second_or_subsequent_plan", 18.28793774319066},
                    {"caseload_social_worker", 20.427244582043343},
                    {"cost_total", 5812223.9655927122},
                });
}

// Lists and consent between tiers at the end of help.
TEST(GoldenStepDown, is_what_it_was) {
  expect_golden("policies/step_down.toml",
                {
                    {"child_years_level_3_to_5", 593.63164757666436},
                    {"severe_child_years_without_help", 193.05869614279067},
                    {"return_of_need_24m", 63.971739870301711},
                    {"lateness_level_3_days", 1454.2443740601809},
                    {"waiting_targeted_early_help_mean", 39.118133576223762},
                    {"referrals", 317.24342825848851},
                    {"rereferral_12m", 22.82471626733922},
                    {"starts_child_protection", 30.904230558598027},
                    {"second_or_subsequent_plan", 19.093851132686083},
                    {"caseload_social_worker", 14.576625386996904},
                    {"cost_total", 5606036.3285089098},
                });
}

// Closing by the calendar, whatever the level.
TEST(GoldenTimeLimited, is_what_it_was) {
  expect_golden("policies/time_limited.toml",
                {
                    {"child_years_level_3_to_5", 588.47583754282368},
                    {"severe_child_years_without_help", 197.77146541830598},
                    {"return_of_need_24m", 62.756112725344202},
                    {"lateness_level_3_days", 1470.9471793156833},
                    {"waiting_targeted_early_help_mean", 25.212654519967391},
                    {"referrals", 323.34426341730557},
                    {"rereferral_12m", 24.4045777915249},
                    {"starts_child_protection", 30.204134720700985},
                    {"second_or_subsequent_plan", 23.509933774834437},
                    {"caseload_social_worker", 14.83359133126935},
                    {"cost_total", 5935591.8823165009},
                });
}

// Judgement against a threshold, and who comes back.
TEST(GoldenHigherThreshold, is_what_it_was) {
  expect_golden("policies/higher_child_in_need_threshold.toml",
                {
                    {"child_years_level_3_to_5", 592.65352492953468},
                    {"severe_child_years_without_help", 196.10924937071721},
                    {"return_of_need_24m", 62.14462215144696},
                    {"lateness_level_3_days", 1449.0322301595772},
                    {"waiting_targeted_early_help_mean", 15.882034303528508},
                    {"referrals", 325.54456462212482},
                    {"rereferral_12m", 24.393241167434716},
                    {"starts_child_protection", 30.404162102957283},
                    {"second_or_subsequent_plan", 21.05263157894737},
                    {"caseload_social_worker", 14.171052631578947},
                    {"cost_total", 5716039.7443555025},
                });
}

// Caps, unallocated cases and who waits.
TEST(GoldenCaseloadCap, is_what_it_was) {
  expect_golden("policies/social_worker_cap_16.toml",
                {
                    {"child_years_level_3_to_5", 591.38217919764452},
                    {"severe_child_years_without_help", 193.98477355732234},
                    {"return_of_need_24m", 62.155847769085469},
                    {"lateness_level_3_days", 1413.9431290885564},
                    {"waiting_targeted_early_help_mean", 14.601998300592184},
                    {"referrals", 315.0431270536692},
                    {"rereferral_12m", 22.730158730158731},
                    {"starts_child_protection", 27.903819824753558},
                    {"second_or_subsequent_plan", 19.35483870967742},
                    {"caseload_social_worker", 14.473684210526315},
                    {"cost_total", 5931713.3090695757},
                });
}

// Capacity of early help: lists, and what comes of being reached sooner.
TEST(GoldenEarlyHelpCapacity, is_what_it_was) {
  expect_golden("policies/one_more_key_worker.toml",
                {
                    {"child_years_level_3_to_5", 591.5798117901104},
                    {"severe_child_years_without_help", 188.86109272150364},
                    {"return_of_need_24m", 61.26500597918082},
                    {"lateness_level_3_days", 1425.6606725219331},
                    {"waiting_targeted_early_help_mean", 3.6495397039960635},
                    {"referrals", 311.64266155531215},
                    {"rereferral_12m", 21.630295250320923},
                    {"starts_child_protection", 28.203860898138004},
                    {"second_or_subsequent_plan", 17.730496453900709},
                    {"caseload_social_worker", 14.34984520123839},
                    {"cost_total", 5775704.9190971991},
                });
}

// The other organisation of services: one assessment, one list.
TEST(GoldenFamilyHelp, is_what_it_was) {
  expect_golden("policies/family_help.toml",
                {
                    {"child_years_level_3_to_5", 589.90935124593739},
                    {"severe_child_years_without_help", 183.66024852663111},
                    {"return_of_need_24m", 61.438594783606639},
                    {"lateness_level_3_days", 1442.1322195930752},
                    {"referrals", 294.74034775465498},
                    {"rereferral_12m", 19.647098744485916},
                    {"starts_child_protection", 28.403888280394302},
                    {"second_or_subsequent_plan", 17.95774647887324},
                    {"caseload_social_worker", 23.17217391304348},
                    {"cost_total", 5829853.1358070886},
                });
}

}  // namespace
}  // namespace stepdown
