#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "model/replication.h"
#include "scenarios/scenario.h"

// One run of a small place, number for number. A change here is news: say under Results in the
// changelog what moved and why. The tolerance covers the last bits of the C library's tan, exp and
// pow, which gamma draws use; all else is exact on every processor that can run the program.

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
                                 {"child_years_level_3_to_5", 556.7796157859826},
                                 {"severe_child_years_without_help", 165.29897008014183},
                                 {"return_of_need_24m", 64.09395973154362},
                                 {"lateness_level_3_days", 1563.59139325181},
                                 {"waiting_targeted_early_help_mean", 9.944168075700151},
                                 {"referrals", 317.4434556407448},
                                 {"rereferral_12m", 19.281663516068054},
                                 {"starts_child_protection", 36.104942497261774},
                                 {"second_or_subsequent_plan", 35.45706371191136},
                                 {"caseload_social_worker", 16.871870855497352},
                                 {"cost_total", 5121134.969580648},
                             });
}

TEST(GoldenTapered, is_what_it_was) {
  expect_golden("policies/tapered.toml",
                {
                    {"child_years_level_3_to_5", 539.545370089804},
                    {"severe_child_years_without_help", 157.09950198285463},
                    {"return_of_need_24m", 59.523809523809526},
                    {"lateness_level_3_days", 1668.5543108122065},
                    {"waiting_targeted_early_help_mean", 25.426021225940215},
                    {"referrals", 276.43784227820373},
                    {"rereferral_12m", 16.82344428364689},
                    {"starts_child_protection", 35.60487404162103},
                    {"second_or_subsequent_plan", 35.1123595505618},
                    {"caseload_social_worker", 18.608186602872383},
                    {"cost_total", 5195385.971618151},
                });
}

}  // namespace
}  // namespace stepdown
