#include "cli/compare_ensemble.h"

#include <filesystem>
#include <iostream>
#include <sstream>
#include <utility>
#include <vector>

#include "analysis/answer.h"
#include "analysis/comparability.h"
#include "analysis/ensemble_answer.h"
#include "analysis/ensemble_table.h"
#include "analysis/honest_use.h"
#include "analysis/luck_and_not_knowing.h"
#include "analysis/published_file.h"
#include "analysis/text_layout.h"
#include "cli/command_line.h"
#include "cli/compare.h"
#include "cli/experiment_command.h"
#include "cli/posterior_worlds.h"
#include "cli/report.h"
#include "cli/run_worlds.h"
#include "cli/scenario_warnings.h"
#include "cli/worlds_json.h"
#include "scenarios/member.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

constexpr const char* how_to_read =
    "Each world fits the official figures about as well as the base, with other values of what "
    "nobody knows. fewer, more: in at least 90% of a world's runs; most worlds: at least 80%. "
    "`stepdown compare ... --member NAME` shows one world by itself.";

constexpr const char* how_to_read_draws =
    "Each world has values that fit the authority's own figures. fewer, more: in at least 90% of a "
    "world's runs; most worlds: at least 80%. Luck differs from run to run, not knowing from world "
    "to world; spread: the range that holds nine of ten. `--draw N` instead of --use shows one "
    "world by itself.";

/// All worlds are read before the first is run, so that a mistake in the last is known at once.
std::vector<Draw> load_worlds(const ExperimentOptions& options) {
  std::vector<Draw> worlds;
  std::vector<Problem> problems;
  for (const MemberFile& member : ensemble_members(*options.ensemble)) {
    ScenarioSelection in_world = options.selection;
    in_world.member = member;
    try {
      worlds.push_back({stem_of(member.path), load_scenarios(*disk_source(), in_world),
                        option_of_member(member)});
    } catch (const ScenarioErrors& errors) {
      add_once(problems, errors.problems());
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  tell_warnings(worlds);
  return worlds;
}

void print_sentences(const std::vector<std::string>& sentences) {
  for (const std::string& sentence : sentences) {
    std::cout << wrapped(sentence, "- ");
  }
}

void print(const RunWorlds& run, const std::vector<Scenario>& scenarios,
           const ExperimentOptions& options) {
  const std::vector<WorldComparison>& worlds = run.compared;
  const Scenario& baseline = scenarios.front();
  const HorizonParameters& horizon = baseline.from_day_0().horizon;
  std::cout << (baseline.place_title().empty() ? baseline.title() : baseline.place_title()) << ", "
            << horizon.years << " years from 1 April " << horizon.start_year << '\n'
            << in_words(run, baseline) << ", " << options.runs << " runs in each, seed "
            << options.seed << '\n'
            << honest_use_first_sentence() << " If one of these worlds is true, then:\n";
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    std::cout << '\n'
              << scenarios[s].title() << " (" << scenarios[s].name() << ") against "
              << baseline.title() << " (" << baseline.name() << ")\n";
    print_sentences(ensemble_sentences(worlds, s));
    if (!run.splits.empty()) {
      std::cout << "\nLuck and not knowing, " << scenarios[s].name() << " against "
                << baseline.name() << '\n';
      print_sentences(split_sentences(run.splits, s));
    }
  }
  std::cout << '\n' << wrapped(run.fitted_by.empty() ? how_to_read : how_to_read_draws);
}

void publish_table(const std::vector<WorldComparison>& worlds, const std::filesystem::path& path) {
  std::ostringstream text;
  write_ensemble_csv(worlds, text);
  publish_text(path, text.str());
}

/// `options` in each world; runs them all, or what is missing, and says what they come to.
ExitCode conclude(const Experiment& experiment, const WorldsToRun& worlds,
                  const ExperimentOptions& options) {
  if (!experiment.is_complete()) {
    return experiment.conclude();
  }
  const RunWorlds run = run_worlds(experiment, worlds);
  const std::vector<Scenario>& scenarios = worlds.draws.front().scenarios;
  const auto page = write_report(experiment.files(), scenarios);
  if (options.json) {
    std::cout << compare_worlds_json(run, options);
  } else {
    print(run, scenarios, options);
  }
  if (!experiment.files().empty()) {
    const auto table = experiment.files().front().parent_path() / "ensemble.csv";
    publish_table(run.compared, table);
    if (!options.json) {
      experiment.print_files(std::cout);
      std::cout << "written: " << table.string() << '\n';
      print_report(page);
    }
  }
  return experiment.conclude();
}

}  // namespace

ExitCode compare_in_ensemble(const ExperimentOptions& options) {
  const WorldsToRun worlds{load_worlds(options), {}};
  check_comparable(worlds.draws.front().scenarios);
  return conclude(Experiment("compare", options, worlds), worlds, options);
}

ExitCode compare_in_draws(const ExperimentOptions& options) {
  const WorldsToRun worlds = load_posterior_worlds(options);
  check_comparable(worlds.draws.front().scenarios);
  const Experiment experiment("compare", options, worlds);
  return worlds.draws.size() == 1
             ? compare_scenarios(experiment, options, worlds.draws.front().scenarios)
             : conclude(experiment, worlds, options);
}

}  // namespace stepdown
