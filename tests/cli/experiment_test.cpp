#include "cli/experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "analysis/outcome_file.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<Scenario> two_scenarios() {
  std::vector<Scenario> scenarios;
  for (const char* name : {"base", "tapered"}) {
    ScenarioParts parts;
    parts.name = name;
    parts.before_day_0 = initial_parameters();
    parts.from_day_0 = initial_parameters();
    parts.from_day_0.workforce.additional_social_workers = scenarios.empty() ? 0 : 1;
    scenarios.emplace_back(std::move(parts));
  }
  return scenarios;
}

// Worlds in which nothing happens, and which break in the given run of the second scenario.
DayZeroMaker worlds_that_break_in(std::uint32_t broken_run) {
  return [broken_run](const ModelParameters&, RunKey key) -> DayZero {
    return [broken_run, key](const ModelParameters& from_day_0, const ModelParameters&) {
      if (key.run == broken_run && from_day_0.workforce.additional_social_workers == 1) {
        throw std::runtime_error("accounts lost");
      }
      const std::size_t months = static_cast<std::size_t>(from_day_0.horizon.years) * 12;
      return Outcomes{std::vector<double>(run_measures().size(), 1.0),
                      std::vector<double>(monthly_measures().size() * months, 1.0), months};
    };
  };
}

ExperimentOptions options_into(const std::string& folder) {
  ExperimentOptions options;
  options.selection = {{"my base.toml", "policies/tapered.toml"}, "kent", {"x.y=[1, 2]"}};
  options.runs = 5;
  options.seed = 9;
  options.out = folder;
  options.progress = "none";
  return options;
}

// What is said on stderr while a function runs.
template <class Function>
std::string said(Function function) {
  const std::ostringstream text;
  std::streambuf* const before = std::cerr.rdbuf(text.rdbuf());
  function();
  std::cerr.rdbuf(before);
  return text.str();
}

TEST(Experiment, ends_with_exit_code_4_and_saves_the_others_when_a_run_fails) {
  const TemporaryFolder folder;
  const Experiment experiment("compare", options_into(folder.path()), two_scenarios(),
                              worlds_that_break_in(3));
  ExitCode code = ExitCode::ok;
  const std::string err = said([&] { code = experiment.conclude(); });
  EXPECT_EQ(code, ExitCode::failed_runs);
  EXPECT_THAT(err, HasSubstr("error[R002]: run 3 of tapered failed: accounts lost\n"));
  EXPECT_THAT(experiment.failed(), SizeIs(1));
  const MeasureComparison& first = experiment.comparison()->measures.front();
  EXPECT_EQ(first.own[0].runs, 5U);
  EXPECT_EQ(first.own[1].runs, 4U);
  EXPECT_EQ(OutcomeFile(folder.path() + "/results.h5").runs(), 5U);
}

TEST(Experiment, gives_the_command_that_repeats_a_failed_run_alone) {
  const TemporaryFolder folder;
  const Experiment experiment("compare", options_into(folder.path()), two_scenarios(),
                              worlds_that_break_in(3));
  EXPECT_THAT(
      said([&] { experiment.conclude(); }),
      HasSubstr("stepdown run policies/tapered.toml --place kent --set 'x.y=[1, 2]' --runs 1 "
                "--seed 9 --first-run 3 --print-only\n"));
}

TEST(Experiment, ends_well_and_says_nothing_when_all_is_well) {
  const TemporaryFolder folder;
  const Experiment experiment("compare", options_into(folder.path()), two_scenarios(),
                              worlds_that_break_in(99));
  ExitCode code = ExitCode::internal;
  EXPECT_THAT(said([&] { code = experiment.conclude(); }), IsEmpty());
  EXPECT_EQ(code, ExitCode::ok);
  EXPECT_THAT(experiment.files(), SizeIs(2));
}

TEST(Experiment, keeps_the_canonical_command_without_what_results_do_not_depend_on) {
  const TemporaryFolder folder;
  ExperimentOptions options = options_into(folder.path());
  options.threads = 2;
  const Experiment experiment("compare", options, two_scenarios(), worlds_that_break_in(99));
  const ProgramRun found = run_program(
      "/usr/bin/python3",
      {"-c", "import h5py, sys; print(h5py.File(sys.argv[1])['provenance'].attrs['command'])",
       folder.path() + "/results.h5"},
      "/");
  EXPECT_EQ(found.out,
            "stepdown compare 'my base.toml' policies/tapered.toml --place kent --set 'x.y=[1, 2]' "
            "--runs 5 --seed 9\n");
}

TEST(Experiment, leaves_no_file_behind_when_it_is_to_print_only) {
  ExperimentOptions options = options_into("");
  options.print_only = true;
  const Experiment experiment("run", options, two_scenarios(), worlds_that_break_in(99));
  EXPECT_THAT(experiment.files(), IsEmpty());
  EXPECT_TRUE(experiment.comparison());
}

}  // namespace
}  // namespace stepdown
