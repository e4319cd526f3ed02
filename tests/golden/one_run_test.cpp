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
                                 {"child_years_level_3_to_5", 468.3149774061709},
                                 {"severe_child_years_without_help", 129.16301405663646},
                                 {"return_of_need_24m", 52.960526315789473},
                                 {"lateness_level_3_days", 1536.1377195862635},
                                 {"waiting_targeted_early_help_mean", 11.138740265436377},
                                 {"referrals", 308.24219605695509},
                                 {"rereferral_12m", 24.36729396495782},
                                 {"starts_child_protection", 29.003970427163196},
                                 {"second_or_subsequent_plan", 27.241379310344829},
                                 {"caseload_social_worker", 13.531673167733214},
                                 {"cost_total", 5573393.6649527699},
                             });
}

TEST(GoldenTapered, is_what_it_was) {
  expect_golden("policies/tapered.toml",
                {
                    {"child_years_level_3_to_5", 454.28367391057986},
                    {"severe_child_years_without_help", 111.71641768852662},
                    {"return_of_need_24m", 51.094890510948908},
                    {"lateness_level_3_days", 1580.4914801871012},
                    {"waiting_targeted_early_help_mean", 22.013888431520964},
                    {"referrals", 275.53771905805036},
                    {"rereferral_12m", 19.782214156079856},
                    {"starts_child_protection", 26.603641840087622},
                    {"second_or_subsequent_plan", 27.443609022556391},
                    {"caseload_social_worker", 16.645927057776266},
                    {"cost_total", 5603096.6657209685},
                });
}

// Lists and consent between tiers at the end of help.
TEST(GoldenStepDown, is_what_it_was) {
  expect_golden("policies/step_down.toml",
                {
                    {"child_years_level_3_to_5", 469.62459768751239},
                    {"severe_child_years_without_help", 130.6276060129837},
                    {"return_of_need_24m", 55.633802816901408},
                    {"lateness_level_3_days", 1581.151479744502},
                    {"waiting_targeted_early_help_mean", 30.233131206943249},
                    {"referrals", 309.34234665936469},
                    {"rereferral_12m", 24.636275460717751},
                    {"starts_child_protection", 28.903956736035049},
                    {"second_or_subsequent_plan", 24.913494809688583},
                    {"caseload_social_worker", 13.445698732996791},
                    {"cost_total", 5429683.4729305739},
                });
}

// Closing by the calendar, whatever the level.
TEST(GoldenTimeLimited, is_what_it_was) {
  expect_golden("policies/time_limited.toml",
                {
                    {"child_years_level_3_to_5", 466.21114107312997},
                    {"severe_child_years_without_help", 131.24463236967762},
                    {"return_of_need_24m", 53.903345724907062},
                    {"lateness_level_3_days", 1608.9861805689677},
                    {"waiting_targeted_early_help_mean", 23.226995921641677},
                    {"referrals", 312.54278477546546},
                    {"rereferral_12m", 25.056000000000001},
                    {"starts_child_protection", 27.903819824753558},
                    {"second_or_subsequent_plan", 27.240143369175627},
                    {"caseload_social_worker", 13.72538075367169},
                    {"cost_total", 5400050.3296554685},
                });
}

// Judgement against a threshold, and who comes back.
TEST(GoldenHigherThreshold, is_what_it_was) {
  expect_golden("policies/higher_child_in_need_threshold.toml",
                {
                    {"child_years_level_3_to_5", 467.57996725943724},
                    {"severe_child_years_without_help", 129.35606133373454},
                    {"return_of_need_24m", 54.137931034482762},
                    {"lateness_level_3_days", 1493.9598648371514},
                    {"waiting_targeted_early_help_mean", 12.915718147176463},
                    {"referrals", 315.74322289156623},
                    {"rereferral_12m", 26.005701615457713},
                    {"starts_child_protection", 30.604189485213581},
                    {"second_or_subsequent_plan", 26.797385620915033},
                    {"caseload_social_worker", 13.373377471337941},
                    {"cost_total", 5584563.6455085427},
                });
}

// Caps, unallocated cases and who waits.
TEST(GoldenCaseloadCap, is_what_it_was) {
  expect_golden("policies/social_worker_cap_16.toml",
                {
                    {"child_years_level_3_to_5", 468.44702053930052},
                    {"severe_child_years_without_help", 128.82053321575199},
                    {"return_of_need_24m", 52.76872964169381},
                    {"lateness_level_3_days", 1538.5438625961021},
                    {"waiting_targeted_early_help_mean", 11.535300448037431},
                    {"referrals", 310.44249726177435},
                    {"rereferral_12m", 24.484536082474225},
                    {"starts_child_protection", 29.804079956188389},
                    {"second_or_subsequent_plan", 27.85234899328859},
                    {"caseload_social_worker", 13.562771479210051},
                    {"cost_total", 5522643.3269575806},
                });
}

// Capacity of early help: lists, and what comes of being reached sooner.
TEST(GoldenEarlyHelpCapacity, is_what_it_was) {
  expect_golden("policies/one_more_key_worker.toml",
                {
                    {"child_years_level_3_to_5", 466.61882778290874},
                    {"severe_child_years_without_help", 125.17070596615817},
                    {"return_of_need_24m", 52.994011976047901},
                    {"lateness_level_3_days", 1474.207153308701},
                    {"waiting_targeted_early_help_mean", 2.4134411733948093},
                    {"referrals", 305.24178532311061},
                    {"rereferral_12m", 23.623853211009173},
                    {"starts_child_protection", 29.203997809419494},
                    {"second_or_subsequent_plan", 27.397260273972602},
                    {"caseload_social_worker", 13.618345376922042},
                    {"cost_total", 5632519.7721030964},
                });
}

// The other organisation of services: one assessment, one list.
TEST(GoldenFamilyHelp, is_what_it_was) {
  expect_golden("policies/family_help.toml",
                {
                    {"child_years_level_3_to_5", 468.72636003464368},
                    {"severe_child_years_without_help", 123.61081173657379},
                    {"return_of_need_24m", 53.211009174311926},
                    {"lateness_level_3_days", 1472.2291173457675},
                    {"referrals", 286.83926615553122},
                    {"rereferral_12m", 21.478382147838214},
                    {"starts_child_protection", 29.203997809419494},
                    {"second_or_subsequent_plan", 26.36986301369863},
                    {"caseload_social_worker", 23.621617230526155},
                    {"cost_total", 5531353.8874081159},
                });
}

}  // namespace
}  // namespace stepdown
