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
  expect_golden("policies/step_down.toml", {
                                               {"child_years_level_3_to_5", 0},
                                               {"severe_child_years_without_help", 0},
                                               {"return_of_need_24m", 0},
                                               {"lateness_level_3_days", 0},
                                               {"waiting_targeted_early_help_mean", 0},
                                               {"referrals", 0},
                                               {"rereferral_12m", 0},
                                               {"starts_child_protection", 0},
                                               {"second_or_subsequent_plan", 0},
                                               {"caseload_social_worker", 0},
                                               {"cost_total", 0},
                                           });
}

// Closing by the calendar, whatever the level.
TEST(GoldenTimeLimited, is_what_it_was) {
  expect_golden("policies/time_limited.toml", {
                                                  {"child_years_level_3_to_5", 0},
                                                  {"severe_child_years_without_help", 0},
                                                  {"return_of_need_24m", 0},
                                                  {"lateness_level_3_days", 0},
                                                  {"waiting_targeted_early_help_mean", 0},
                                                  {"referrals", 0},
                                                  {"rereferral_12m", 0},
                                                  {"starts_child_protection", 0},
                                                  {"second_or_subsequent_plan", 0},
                                                  {"caseload_social_worker", 0},
                                                  {"cost_total", 0},
                                              });
}

// Judgement against a threshold, and who comes back.
TEST(GoldenHigherThreshold, is_what_it_was) {
  expect_golden("policies/higher_child_in_need_threshold.toml",
                {
                    {"child_years_level_3_to_5", 0},
                    {"severe_child_years_without_help", 0},
                    {"return_of_need_24m", 0},
                    {"lateness_level_3_days", 0},
                    {"waiting_targeted_early_help_mean", 0},
                    {"referrals", 0},
                    {"rereferral_12m", 0},
                    {"starts_child_protection", 0},
                    {"second_or_subsequent_plan", 0},
                    {"caseload_social_worker", 0},
                    {"cost_total", 0},
                });
}

// Caps, unallocated cases and who waits.
TEST(GoldenCaseloadCap, is_what_it_was) {
  expect_golden("policies/social_worker_cap_16.toml", {
                                                          {"child_years_level_3_to_5", 0},
                                                          {"severe_child_years_without_help", 0},
                                                          {"return_of_need_24m", 0},
                                                          {"lateness_level_3_days", 0},
                                                          {"waiting_targeted_early_help_mean", 0},
                                                          {"referrals", 0},
                                                          {"rereferral_12m", 0},
                                                          {"starts_child_protection", 0},
                                                          {"second_or_subsequent_plan", 0},
                                                          {"caseload_social_worker", 0},
                                                          {"cost_total", 0},
                                                      });
}

// Capacity of early help: lists, and what comes of being reached sooner.
TEST(GoldenEarlyHelpCapacity, is_what_it_was) {
  expect_golden("policies/one_more_key_worker.toml",
                {
                    {"child_years_level_3_to_5", 0},
                    {"severe_child_years_without_help", 0},
                    {"return_of_need_24m", 0},
                    {"lateness_level_3_days", 0},
                    {"waiting_targeted_early_help_mean", 0},
                    {"referrals", 0},
                    {"rereferral_12m", 0},
                    {"starts_child_protection", 0},
                    {"second_or_subsequent_plan", 0},
                    {"caseload_social_worker", 0},
                    {"cost_total", 0},
                });
}

// The other organisation of services: one assessment, one list.
TEST(GoldenFamilyHelp, is_what_it_was) {
  expect_golden("policies/family_help.toml", {
                                                 {"child_years_level_3_to_5", 0},
                                                 {"severe_child_years_without_help", 0},
                                                 {"return_of_need_24m", 0},
                                                 {"lateness_level_3_days", 0},
                                                 {"waiting_targeted_early_help_mean", 0},
                                                 {"referrals", 0},
                                                 {"rereferral_12m", 0},
                                                 {"starts_child_protection", 0},
                                                 {"second_or_subsequent_plan", 0},
                                                 {"caseload_social_worker", 0},
                                                 {"cost_total", 0},
                                             });
}

}  // namespace
}  // namespace stepdown
