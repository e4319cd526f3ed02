#include "cli/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> small_queue = {
    "run",   "scenarios/laboratory/mmc.toml", "--set",  "laboratory.arrival_rate=4",
    "--set", "laboratory.places=5",           "--set",  "horizon.years=1",
    "--set", "horizon.warm_up_years=0.1",     "--runs", "8"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::string& last) {
  arguments.push_back(last);
  return arguments;
}

TEST(Run, shows_values_and_official_figures_of_a_scenario_by_itself) {
  const ProgramRun run = run_stepdown(in_milliseconds({"run", base_file}, 4));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("child_years_level_3_to_5"));
  EXPECT_THAT(run.out, HasSubstr("Official figures beside the simulated mean"));
  EXPECT_THAT(run.out, HasSubstr("The families here are invented."));
}

TEST(Run, gives_values_of_each_scenario_as_json) {
  const ProgramRun run =
      run_stepdown(in_milliseconds({"run", base_file, tapered_file, "--json"}, 4));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json result = nlohmann::json::parse(run.out);
  EXPECT_TRUE(result["official"].contains("rereferral_12m"));
  EXPECT_EQ(result["measures"][0]["name"], "child_years_level_3_to_5");
  EXPECT_EQ(result["measures"][0]["values"]["tapered"]["runs"], 4);
}

TEST(Run, gives_the_quantities_of_a_queue_under_their_names) {
  const ProgramRun run = run_stepdown(with(small_queue, "--json"));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json result = nlohmann::json::parse(run.out);
  for (const char* name : {"p_wait", "mean_queue", "mean_wait", "p_abandon", "utilisation"}) {
    EXPECT_TRUE(result.at(name).at("value").is_number()) << name;
    EXPECT_TRUE(result.at(name).at("half_width").is_number()) << name;
  }
  EXPECT_NEAR(result["utilisation"]["value"], 0.8, 0.1);
}

TEST(Run, gives_five_levels_of_the_life_of_need) {
  const ProgramRun run = run_stepdown({"run", "scenarios/laboratory/need_only.toml", "--set",
                                       "laboratory.families=500", "--runs", "4", "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json levels = nlohmann::json::parse(run.out)["level_occupancy"];
  ASSERT_EQ(levels["value"].size(), 5U);
  ASSERT_EQ(levels["half_width"].size(), 5U);
  double sum = 0;
  for (const auto& value : levels["value"]) {
    sum += value.get<double>();
  }
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Run, prints_a_textbook_system_as_text) {
  const ProgramRun run = run_stepdown(small_queue);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("+- 99%"));
  EXPECT_THAT(run.out, HasSubstr("  p_wait"));
}

TEST(Run, repeats_one_run_of_many_alone) {
  const auto value = [](const std::vector<std::string>& extra, int runs) {
    std::vector<std::string> arguments{"run", base_file, "--json"};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    const ProgramRun run = run_stepdown(in_milliseconds(arguments, runs));
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return nlohmann::json::parse(run.out)["measures"][0]["values"]["base"]["mean"].get<double>();
  };
  const double first = value({}, 1);
  const double second = value({"--first-run", "1"}, 1);
  EXPECT_NE(first, second);
  EXPECT_DOUBLE_EQ(value({}, 2), (first + second) / 2);
}

TEST(Run, refuses_to_mix_a_textbook_system_with_an_authority) {
  const ProgramRun run = run_stepdown(
      {"run", base_file, "scenarios/laboratory/mmc.toml", "--runs", "1", "--progress", "none"});
  EXPECT_EQ(run.exit_code, 5) << run.err;
  EXPECT_THAT(run.err, HasSubstr("run them one by one"));
  EXPECT_THAT(run.out, IsEmpty());
}

TEST(Run, shows_progress_in_lines_without_escape_codes_to_a_pipe) {
  const ProgramRun run = run_stepdown(in_milliseconds({"run", base_file}, 20));
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(std::ranges::count(run.err, '\n'), 10);
  EXPECT_EQ(run.err.find('\x1b'), std::string::npos);
  EXPECT_EQ(run.err.find('\r'), std::string::npos);
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
}

TEST(Run, shows_progress_as_json_or_not_at_all) {
  const ProgramRun as_json =
      run_stepdown(in_milliseconds({"run", base_file, "--progress", "json"}, 4));
  const nlohmann::json last = nlohmann::json::parse(
      as_json.err.substr(as_json.err.rfind('\n', as_json.err.size() - 2) + 1));
  EXPECT_EQ(last["done"], 4);
  EXPECT_EQ(last["total"], 4);
  EXPECT_THAT(run_stepdown(in_milliseconds({"run", base_file, "--progress", "none"}, 4)).err,
              IsEmpty());
}

}  // namespace
}  // namespace stepdown
