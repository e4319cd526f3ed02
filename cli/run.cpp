#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "analysis/comparability.h"
#include "analysis/comparison_table.h"
#include "analysis/honest_use.h"
#include "analysis/laboratory_quantity.h"
#include "analysis/text_layout.h"
#include "cli/command_line.h"
#include "cli/comparison_json.h"
#include "cli/experiment.h"
#include "cli/posterior_worlds.h"
#include "cli/run_in_draws.h"
#include "cli/scenario_warnings.h"

namespace stepdown {
namespace {

bool is_laboratory(const Scenario& scenario) {
  return scenario.from_day_0().laboratory.system != Laboratory::off;
}

void print_scenario(const Comparison& comparison, std::size_t s, const Scenario& scenario,
                    std::span<const MeasureGroup> groups) {
  std::cout << '\n' << scenario.title() << " (" << scenario.name() << ")\n";
  if (is_laboratory(scenario)) {
    std::cout << laboratory_table(laboratory_quantities(comparison, s));
    return;
  }
  std::cout << value_table(comparison, s, groups);
  const std::string official = official_table(comparison, s, scenario.observed());
  if (!official.empty()) {
    std::cout << "\nOfficial figures beside the simulated mean of the horizon\n" << official;
  }
}

void print(const Experiment& experiment, const ExperimentOptions& options,
           const std::vector<Scenario>& scenarios) {
  const Scenario& first = scenarios.front();
  const HorizonParameters& horizon = first.from_day_0().horizon;
  std::cout << (first.place_title().empty() ? first.title() : first.place_title()) << ", "
            << horizon.years << " years from 1 April " << horizon.start_year << ", "
            << experiment.runs() << " runs, seed " << options.seed << '\n';
  if (!experiment.why_so_many().empty()) {
    std::cout << wrapped(experiment.why_so_many());
  }
  if (!is_laboratory(first)) {
    std::cout << honest_use_first_sentence()
              << " (`stepdown --version` says what this may be used for)\n";
  }
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    print_scenario(*experiment.comparison(), s, scenarios[s], options.shown());
  }
  experiment.print_files(std::cout);
}

void print_json(const Experiment& experiment, const ExperimentOptions& options,
                const std::vector<Scenario>& scenarios) {
  if (scenarios.size() == 1 && is_laboratory(scenarios.front())) {
    std::cout << laboratory_json(*experiment.comparison(), 0);
  } else {
    std::cout << values_json(experiment, options, scenarios);
  }
}

// Runs of one file have one calendar and one set of measures.
void expect_one_file_for_all(const std::vector<Scenario>& scenarios) {
  const Scenario& first = scenarios.front();
  const bool can_share = std::ranges::all_of(scenarios, [&first](const Scenario& scenario) {
    return scenario.from_day_0().horizon.start_year == first.from_day_0().horizon.start_year &&
           scenario.from_day_0().horizon.years == first.from_day_0().horizon.years &&
           is_laboratory(scenario) == is_laboratory(first);
  });
  if (!can_share) {
    throw NotComparable(
        "these scenarios cannot be run together",
        {"their horizons differ, or only some are of the laboratory: run them one by one"});
  }
}

ExitCode show(const Experiment& experiment, const ExperimentOptions& options,
              const std::vector<Scenario>& scenarios) {
  if (experiment.comparison()) {
    if (options.json) {
      print_json(experiment, options, scenarios);
    } else {
      print(experiment, options, scenarios);
    }
  }
  return experiment.conclude();
}

ExitCode run_files(const ExperimentOptions& options) {
  if (!asks_for_draws(options.draws)) {
    const std::vector<Scenario> scenarios = load_scenarios(*disk_source(), options.selection);
    expect_one_file_for_all(scenarios);
    tell_warnings(scenarios);
    return show(Experiment("run", options, scenarios), options, scenarios);
  }
  const ExperimentOptions in_draws = with_runs_in_each_world(options);
  const WorldsToRun worlds = load_posterior_worlds(in_draws);
  const std::vector<Scenario>& scenarios = worlds.draws.front().scenarios;
  expect_one_file_for_all(scenarios);
  const Experiment experiment("run", in_draws, worlds);
  return worlds.draws.size() == 1 ? show(experiment, in_draws, scenarios)
                                  : show_run_in_draws(experiment, in_draws, worlds);
}

}  // namespace

void add_run(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExperimentOptions>();
  CLI::App* verb = app.add_subcommand("run", "Runs each scenario and shows what happens under it");
  add_scenario_options(*verb, options->selection);
  add_experiment_options(*verb, *options);
  add_until_option(*verb, *options);
  add_draws_options(*verb, options->draws);
  verb->callback([&request, options] {
    request.action = [options] { return run_files(with_runs_until(*options)); };
  });
}

}  // namespace stepdown
