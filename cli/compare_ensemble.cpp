#include "cli/compare_ensemble.h"

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "analysis/answer.h"
#include "analysis/comparability.h"
#include "analysis/ensemble_answer.h"
#include "analysis/honest_use.h"
#include "analysis/published_file.h"
#include "analysis/text_layout.h"
#include "cli/command_line.h"
#include "cli/report.h"
#include "scenarios/member.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

constexpr const char* how_to_read =
    "Each world fits the official figures about as well as the base, with other values of what "
    "nobody knows. fewer, more: in at least 90% of a world's runs; most worlds: at least 80%. "
    "`stepdown compare ... --member NAME` shows one world by itself.";

/// All worlds are read before the first is run, so that a mistake in the last is known at once.
std::vector<Draw> load_worlds(const ExperimentOptions& options) {
  std::vector<Draw> worlds;
  std::vector<Problem> problems;
  for (const MemberFile& member : ensemble_members(*options.ensemble)) {
    ScenarioSelection in_world = options.selection;
    in_world.member = member;
    try {
      worlds.push_back({stem_of(member.path), load_scenarios(*disk_source(), std::move(in_world)),
                        member.called});
    } catch (const ScenarioErrors& errors) {
      add_once(problems, errors.problems());
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return worlds;
}

nlohmann::ordered_json number(double value) {
  return value == value ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

nlohmann::ordered_json findings_json(const std::vector<WorldComparison>& worlds, std::size_t s) {
  nlohmann::ordered_json findings = nlohmann::ordered_json::array();
  for (const std::string_view measure : answered_measures()) {
    const EnsembleFinding finding = ensemble_finding(worlds, measure, s);
    findings.push_back({{"measure", measure},
                        {"robustness", name_of(finding.robustness)},
                        {"conclusion", name_of(finding.conclusion)},
                        {"worlds", finding.worlds()},
                        {"higher", finding.higher},
                        {"lower", finding.lower},
                        {"too_close_to_call", finding.too_close},
                        {"the_same", finding.the_same},
                        {"least", number(finding.least)},
                        {"median", number(finding.median)},
                        {"greatest", number(finding.greatest)}});
  }
  return findings;
}

void print_json(const std::vector<WorldComparison>& worlds, const ExperimentOptions& options) {
  const std::vector<std::string>& scenarios = worlds.front().comparison.scenarios;
  nlohmann::ordered_json result;
  result["baseline"] = scenarios.front();
  result["runs_in_each_world"] = worlds.front().comparison.runs;
  result["seed"] = options.seed;
  result["worlds"] = nlohmann::ordered_json::array();
  for (const WorldComparison& world : worlds) {
    result["worlds"].push_back(world.member);
  }
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    result["answers"][scenarios[s]] = ensemble_sentences(worlds, s);
    result["findings"][scenarios[s]] = findings_json(worlds, s);
  }
  std::cout << result.dump(2) << '\n';
}

void print(const std::vector<WorldComparison>& worlds, const std::vector<Scenario>& scenarios,
           const ExperimentOptions& options) {
  const Scenario& baseline = scenarios.front();
  const HorizonParameters& horizon = baseline.from_day_0().horizon;
  std::cout << (baseline.place_title().empty() ? baseline.title() : baseline.place_title()) << ", "
            << horizon.years << " years from 1 April " << horizon.start_year << '\n'
            << worlds.size() << " worlds, " << options.runs << " runs in each, seed "
            << options.seed << '\n'
            << honest_use_first_sentence() << " If one of these worlds is true, then:\n";
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    std::cout << '\n'
              << scenarios[s].title() << " (" << scenarios[s].name() << ") against "
              << baseline.title() << " (" << baseline.name() << ")\n";
    for (const std::string& sentence : ensemble_sentences(worlds, s)) {
      std::cout << wrapped(sentence, "- ");
    }
  }
  std::cout << '\n' << wrapped(how_to_read);
}

void publish_table(const std::vector<WorldComparison>& worlds, const std::filesystem::path& path) {
  std::ostringstream text;
  write_ensemble_csv(worlds, text);
  publish_text(path, text.str());
}

}  // namespace

ExitCode compare_in_ensemble(const ExperimentOptions& options) {
  const std::vector<Draw> worlds = load_worlds(options);
  check_comparable(worlds.front().scenarios);
  const Experiment experiment("compare", options, worlds);
  if (!experiment.is_complete()) {
    return experiment.conclude();
  }
  std::vector<WorldComparison> compared;
  for (std::size_t draw = 0; draw < worlds.size(); ++draw) {
    compared.push_back({worlds[draw].name, *experiment.comparison(draw)});
  }
  const auto page = write_report(experiment.files(), worlds.front().scenarios);
  if (options.json) {
    print_json(compared, options);
  } else {
    print(compared, worlds.front().scenarios, options);
  }
  if (!experiment.files().empty()) {
    const auto table = experiment.files().front().parent_path() / "ensemble.csv";
    publish_table(compared, table);
    if (!options.json) {
      experiment.print_files(std::cout);
      std::cout << "written: " << table.string() << '\n';
      print_report(page);
    }
  }
  return experiment.conclude();
}

}  // namespace stepdown
