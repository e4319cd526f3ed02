#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/outcome_file.h"
#include "model/outcomes/outcomes.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

constexpr int runs = 40;  // more than are written to disk together

struct Results {
  std::string file;
  std::string table;
  bool operator==(const Results&) const = default;
};

// The bytes that a comparison leaves in a folder of its own.
Results compared(std::vector<std::string> scenarios, const std::vector<std::string>& options) {
  const TemporaryFolder folder;
  scenarios.insert(scenarios.begin(), "compare");
  scenarios.insert(scenarios.end(), options.begin(), options.end());
  scenarios.insert(scenarios.end(), {"--out", folder.path() + "/out"});
  const ProgramRun run = run_stepdown(in_milliseconds(scenarios, runs));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const Results results{bytes_of(folder.path() + "/out/results.h5"),
                        bytes_of(folder.path() + "/out/summary.csv")};
  EXPECT_FALSE(results.file.empty());
  EXPECT_FALSE(results.table.empty());
  return results;
}

const std::vector<std::string> scenarios{base_file, tapered_file, sustained_file};

TEST(Results, have_the_same_bytes_for_any_number_of_threads) {
  const Results alone = compared(scenarios, {"--threads", "1"});
  for (const char* threads : {"2", "8"}) {
    // Not EXPECT_EQ, which would print a megabyte.
    EXPECT_TRUE(compared(scenarios, {"--threads", threads}) == alone) << threads;
  }
}

TEST(Results, have_the_same_bytes_for_any_order_of_scenarios) {
  const Results named = compared(scenarios, {});
  EXPECT_TRUE(compared({sustained_file, base_file, tapered_file}, {}) == named);
  EXPECT_TRUE(compared({tapered_file, sustained_file, base_file}, {}) == named);
}

TEST(Results, differ_for_another_seed) {
  EXPECT_FALSE(compared(scenarios, {"--seed", "2"}).table == compared(scenarios, {}).table);
}

TEST(Results, of_a_scenario_do_not_depend_on_the_others) {
  const TemporaryFolder folder;
  const auto values = [&](const std::vector<std::string>& files, const std::string& out) {
    std::vector<std::string> arguments{"run"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    arguments.insert(arguments.end(), {"--out", folder.path() + out});
    EXPECT_EQ(run_stepdown(in_milliseconds(arguments, runs)).exit_code, 0);
    return OutcomeFile(folder.path() + out + "/results.h5").values("referrals").back();
  };
  EXPECT_EQ(values({tapered_file}, "/alone"), values({base_file, tapered_file}, "/together"));
}

TEST(Results, of_a_policy_that_changes_nothing_are_exactly_those_of_the_base) {
  const TemporaryFolder folder;
  const ProgramRun run = run_stepdown(in_milliseconds(
      {"compare", base_file, unchanged_file, tapered_file, "--out", folder.path()}, runs));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const OutcomeFile results(folder.path() + "/results.h5");
  ASSERT_EQ(results.scenarios(), (std::vector<std::string>{"base", "tapered", "unchanged"}));
  int differing_from_tapered = 0;
  for (const Measure& measure : run_measures()) {
    if (measure.group == MeasureGroup::laboratory) {
      continue;
    }
    const auto values = results.values(measure.name);
    for (std::size_t run_number = 0; run_number < results.runs(); ++run_number) {
      const double base = values[0][run_number];
      const double unchanged = values[2][run_number];
      EXPECT_TRUE(base == unchanged || (std::isnan(base) && std::isnan(unchanged)))
          << measure.name << ' ' << base << ' ' << unchanged;
    }
    differing_from_tapered += values[0] != values[1] ? 1 : 0;
  }
  EXPECT_GT(differing_from_tapered, 10);  // or nothing was compared
}

}  // namespace
}  // namespace stepdown
