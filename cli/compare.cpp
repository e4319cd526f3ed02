#include "cli/compare.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "analysis/answer.h"
#include "analysis/comparability.h"
#include "analysis/comparison_table.h"
#include "analysis/honest_use.h"
#include "analysis/text_layout.h"
#include "cli/command_line.h"
#include "cli/compare_ensemble.h"
#include "cli/comparison_json.h"
#include "cli/posterior_worlds.h"
#include "cli/report.h"
#include "cli/scenario_warnings.h"

namespace stepdown {
namespace {

constexpr const char* how_to_read =
    "difference: mean over runs +- half of its 95% interval; 90% range: 5th to 95th percentile "
    "over runs; higher: runs in which it was higher; too close: fewer than 90% of runs agree in "
    "sign; too few: fewer than 10 runs, or fewer than half, have such a number; m: millions. `--by "
    "fifth`, `--by stage` and `--by tier` show more. "
    "`stepdown --version` says what this may be used for and what not.";

void print_heading(const Experiment& experiment, const ExperimentOptions& options,
                   const Scenario& baseline) {
  const HorizonParameters& horizon = baseline.from_day_0().horizon;
  std::cout << (baseline.place_title().empty() ? baseline.title() : baseline.place_title()) << ", "
            << horizon.years << " years from 1 April " << horizon.start_year << ", "
            << experiment.runs() << " runs, seed " << options.seed << '\n';
  if (!experiment.why_so_many().empty()) {
    std::cout << wrapped(experiment.why_so_many());
  }
  std::cout << honest_use_first_sentence() << " If the assumptions hold, then:\n";
}

void print(const Experiment& experiment, const ExperimentOptions& options,
           const std::vector<Scenario>& scenarios) {
  const Comparison& comparison = *experiment.comparison();
  print_heading(experiment, options, scenarios.front());
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    std::cout << '\n'
              << scenarios[s].title() << " (" << scenarios[s].name() << ") against "
              << scenarios.front().title() << " (" << scenarios.front().name() << ")\n";
    for (const std::string& sentence : answer_sentences(comparison, s)) {
      std::cout << wrapped(sentence, "- ");
    }
  }
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    std::cout << "\nPaired differences, " << scenarios[s].name() << " minus "
              << scenarios.front().name() << '\n'
              << comparison_table(comparison, s, options.shown());
  }
  std::cout << '\n' << wrapped(how_to_read);
  experiment.print_files(std::cout);
}

void refuse_a_file_for_a_folder(const std::string& folder) {
  if (folder.ends_with(".toml")) {
    throw UsageError("`--ensemble " + folder + "` names a file, not a folder of members",
                     "put --ensemble after the scenarios; one world alone is --member FILE");
  }
}

ExitCode compare_in_all_worlds(const ExperimentOptions& options) {
  if (options.selection.member || options.selection.fit) {
    throw UsageError("one world and the whole ensemble were asked for",
                     std::string("leave ") + (options.selection.fit ? "--fit" : "--member") +
                         " or --ensemble out");
  }
  refuse_a_file_for_a_folder(*options.ensemble);
  return compare_in_ensemble(with_runs_in_each_world(options));
}

ExitCode compare_files(const ExperimentOptions& options) {
  if (options.selection.files.size() < 2) {
    throw UsageError("one scenario alone cannot be compared",
                     "name the baseline first and then at least one other; `stepdown run` shows a "
                     "scenario by itself");
  }
  if (asks_for_draws(options.draws)) {
    return compare_in_draws(with_runs_in_each_world(options));
  }
  return options.ensemble ? compare_in_all_worlds(options)
                          : compare_scenarios("compare", options,
                                              load_scenarios(*disk_source(), options.selection));
}

}  // namespace

ExitCode compare_scenarios(const std::string& verb, const ExperimentOptions& options,
                           const std::vector<Scenario>& scenarios) {
  check_comparable(scenarios);
  tell_warnings(scenarios);
  return compare_scenarios(Experiment(verb, options, scenarios), options, scenarios);
}

ExitCode compare_scenarios(const Experiment& experiment, const ExperimentOptions& options,
                           const std::vector<Scenario>& scenarios) {
  if (experiment.comparison()) {
    const auto page = write_report(experiment.files(), scenarios);
    if (options.json) {
      std::cout << comparison_json(experiment, options, scenarios);
    } else {
      print(experiment, options, scenarios);
      print_report(page);
    }
  }
  return experiment.conclude();
}

void add_compare(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExperimentOptions>();
  CLI::App* verb = app.add_subcommand(
      "compare", "Compares scenarios with the first one, run by run with the same luck");
  add_scenario_options(*verb, options->selection);
  add_experiment_options(*verb, *options);
  const auto ensemble_folder = std::make_shared<std::string>();
  CLI::Option* ensemble =
      verb->add_option("--ensemble", *ensemble_folder,
                       "Compare in every world that fits the official figures: those of a folder, "
                       "or those built into the program; --runs [10] is for each")
          ->expected(0, 1)
          ->type_name("[FOLDER]");
  add_until_option(*verb, *options);
  add_draws_options(*verb, options->draws);
  verb->callback([&request, options, ensemble, ensemble_folder] {
    if (ensemble->count() > 0) {
      options->ensemble = *ensemble_folder;
    }
    request.action = [options] { return compare_files(with_runs_until(*options)); };
  });
}

}  // namespace stepdown
