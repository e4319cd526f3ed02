#include "cli/sensitivity.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/honest_use.h"
#include "analysis/published_file.h"
#include "analysis/sensitivity/influence_sentences.h"
#include "analysis/sensitivity/influence_words.h"
#include "analysis/sensitivity/sensitivity_csv.h"
#include "analysis/sensitivity/sensitivity_file.h"
#include "analysis/sensitivity/sensitivity_page.h"
#include "analysis/sensitivity/sweep_input.h"
#include "analysis/text_layout.h"
#include "cli/command_line.h"
#include "cli/sensitivity_options.h"
#include "cli/shell_words.h"
#include "cli/study_work.h"
#include "cli/sweep_merge.h"
#include "cli/work_progress.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t outcomes_told = 3;

struct Written {
  fs::path page;
  fs::path table;
  fs::path numbers;
};

Written write_results(const SensitivityResults& results, const fs::path& folder) {
  Written written{folder / "sensitivity.html", folder / "sensitivity.csv",
                  folder / "sensitivity.h5"};
  write_sensitivity(results, written.numbers);
  publish_text(written.table, sensitivity_csv(results));
  publish_text(written.page, sensitivity_page(results));
  return written;
}

void print(const SensitivityResults& results, const Written& written) {
  std::cout << honest_use_first_sentence()
            << " What the answer hangs on, within what was varied:\n";
  std::size_t told = 0;
  for (std::size_t i = 0; i < results.found.of_run.size() && told < outcomes_told; ++i) {
    const Influence& influence = results.found.over_horizon[i];
    if (!(influence.variance > 0)) {
      continue;
    }
    ++told;
    std::cout << '\n' << wrapped(words_of_outcome(results, results.found.of_run[i]));
    for (const std::string& sentence :
         influence_sentences(results, results.found.of_run[i], influence)) {
      std::cout << wrapped(sentence, "- ");
    }
  }
  if (told == 0) {
    std::cout << "\nNothing that was varied changed anything, in any run.\n";
  }
  if (const std::string left_out = not_compared_in_words(results); !left_out.empty()) {
    std::cout << '\n' << wrapped(left_out);
  }
  std::cout << '\n'
            << results.runs() << " runs at " << results.points << " points, " << results.failed_runs
            << " failed\n";
  for (const fs::path& file : {written.page, written.numbers, written.table}) {
    std::cout << "written: " << file.string() << '\n';
  }
}

nlohmann::ordered_json json_of(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low()}, {"high", estimate.high()}};
}

void print_json(const SensitivityResults& results, const Written& written) {
  nlohmann::ordered_json result = {
      {"method", name_of(results.design.method)},
      {"luck", results.design.common_luck ? "row" : "own"},
      {"points", results.points},
      {"runs", results.runs()},
      {"failed_runs", results.failed_runs},
      {"files", {written.page.string(), written.numbers.string(), written.table.string()}},
      {"not_compared", nlohmann::ordered_json::array()},
      {"outcomes", nlohmann::ordered_json::array()}};
  for (const Measure* const measure : results.found.not_compared) {
    result["not_compared"].push_back(measure->name);
  }
  for (std::size_t i = 0; i < results.found.of_run.size(); ++i) {
    const ExplainedOutcome& outcome = results.found.of_run[i];
    const Influence& influence = results.found.over_horizon[i];
    nlohmann::ordered_json told = {
        {"measure", outcome.measure->name},
        {"scenario", results.provenance.scenarios[outcome.scenario].name},
        {"baseline", outcome.baseline ? nlohmann::ordered_json(
                                            results.provenance.scenarios[*outcome.baseline].name)
                                      : nlohmann::ordered_json()},
        {"mean", influence.mean},
        {"variance", influence.variance},
        {"luck", json_of(influence.luck)},
        {"missing", influence.all_missing()},
        {"factors", nlohmann::ordered_json::array()}};
    for (std::size_t f = 0; f < results.design.factors.size(); ++f) {
      nlohmann::ordered_json factor = {{"factor", results.design.factors[f].name}};
      for (const Index& index : influence.indices) {
        factor[index.name] = json_of(index.of_factors[f]);
      }
      told["factors"].push_back(std::move(factor));
    }
    told["sentences"] = influence_sentences(results, outcome, influence);
    result["outcomes"].push_back(std::move(told));
  }
  std::cout << result.dump(2) << '\n';
}

ExitCode conclude(const SensitivityResults& results, const fs::path& folder,
                  const WorkOptions& options) {
  const Written written = write_results(results, folder);
  options.json ? print_json(results, written) : print(results, written);
  if (results.failed_runs > 0) {
    std::cerr << results.failed_runs << " of " << results.runs()
              << " runs failed; the page says what that left out\n";
  }
  return results.failed_runs == 0 ? ExitCode::ok : ExitCode::failed_runs;
}

std::size_t place_of(const Provenance& provenance, const std::string& name) {
  for (std::size_t i = 0; i < provenance.scenarios.size(); ++i) {
    if (provenance.scenarios[i].name == name) {
      return i;
    }
  }
  std::string names;
  for (const ScenarioText& scenario : provenance.scenarios) {
    names += (names.empty() ? "" : ", ") + scenario.name;
  }
  throw UsageError("`" + name + "` is not a scenario of the sweep", "it has " + names);
}

/// The scenario asked for, or the one called base, or the first: a sweep does not keep the order in
/// which its scenarios were named.
std::size_t baseline_of(const Provenance& provenance, const std::string& asked) {
  if (!asked.empty()) {
    return place_of(provenance, asked);
  }
  const auto base = std::ranges::find(provenance.scenarios, "base", &ScenarioText::name);
  return base == provenance.scenarios.end()
             ? 0
             : static_cast<std::size_t>(base - provenance.scenarios.begin());
}

/// The measures asked for, or all of the sweep.
KeptMeasures kept_of(const SweepInput& sweep, const std::vector<std::string>& asked) {
  if (asked.empty()) {
    return sweep.kept();
  }
  std::vector<std::string> names;
  for (const std::size_t column : sweep.kept().of_run) {
    names.emplace_back(run_measures()[column].name);
  }
  for (const std::size_t column : sweep.kept().monthly) {
    names.emplace_back(monthly_measures()[column].name);
  }
  KeptMeasures kept = KeptMeasures::named(asked);
  for (const std::string& name : asked) {
    if (std::ranges::find(names, name) == names.end()) {
      std::string all;
      for (const std::string& each : names) {
        all += (all.empty() ? "" : ", ") + each;
      }
      throw UsageError("`" + name + "` is not a measure of the sweep", "it has " + all);
    }
  }
  return kept;
}

SensitivityResults analysed(const OpenedPlan& opened, const SensitivityDesign& design,
                            const StudyRuns& runs, const WorkOptions& options) {
  SensitivityResults results;
  results.provenance = provenance_of({Draw{name_of_base_draw, opened.scenarios}}, opened.plan.seed);
  results.provenance.version = opened.plan.origin.version;
  results.provenance.command = opened.plan.command;
  results.baseline = place_of(results.provenance, opened.scenarios.front().name());
  results.design = design;
  results.varied = opened.plan.varied;
  results.points = opened.plan.points.size();
  results.replicates = opened.plan.runs;
  results.failed_runs = runs.failed();
  WorkProgress progress(progress_style(options.progress), std::cerr, "measures", width_of_stderr());
  std::size_t measures = 0;
  const auto tell = [&] {
    progress.tell("working out indices", ++measures, opened.plan.measures.size());
  };
  results.found = influences_of(design, KeptMeasures::named(opened.plan.measures),
                                ServiceModels(results.provenance).at_points_of(results.varied),
                                results.baseline,
                                {[&](std::string_view measure) {
                                   tell();
                                   return runs.values_of(measure);
                                 },
                                 [&](std::string_view measure) {
                                   tell();
                                   return runs.values_by_month(measure);
                                 }});
  return results;
}

ExitCode run_and_analyse(const OpenedPlan& opened, const std::string& again,
                         const WorkOptions& options) {
  const SensitivityDesign design = design_of(opened.plan, opened.folder);
  if (run_what_is_missing(opened, Shard{}, options, again) == ExitCode::interrupted) {
    return ExitCode::interrupted;
  }
  const StudyRuns runs(opened.folder, opened.plan);
  if (!runs.is_complete()) {
    tell_missing(opened.folder, opened.plan, runs);
    return ExitCode::failed_runs;
  }
  return conclude(analysed(opened, design, runs, options), opened.folder, options);
}

bool is_a_plan(const SensitivityOptions& options) {
  return options.selection.files.size() == 1 && fs::is_directory(options.selection.files.front());
}

ExitCode go_on_with_plan(const SensitivityOptions& options) {
  const std::string& folder = options.selection.files.front();
  if (!options.vary.empty() || !options.out.empty() || !options.from.empty() ||
      !options.measures.empty() || options.plan_only) {
    throw UsageError("`" + folder + "` is the folder of a plan, which says all but the threads",
                     "write stepdown sensitivity " + shell_word(folder) +
                         ", or name a scenario "
                         "file and another --out");
  }
  return run_and_analyse(opened_plan(folder), "stepdown sensitivity " + shell_word(folder),
                         options.work);
}

ExitCode analyse_sweep(const SensitivityOptions& options) {
  if (!options.selection.files.empty() || !options.vary.empty() || !options.groups.empty() ||
      options.second_order) {
    throw UsageError(
        "`--from` reads runs that are there: scenarios, --vary, --group and "
        "--second-order are not taken beside it",
        "write stepdown sensitivity --from sweep.h5 --out FOLDER");
  }
  if (options.out.empty()) {
    throw UsageError("`--from` needs a folder to write to", "add --out FOLDER");
  }
  const SweepInput sweep(options.from);
  if (sweep.points() < fewest_points_of_given_data) {
    throw UsageError("`" + options.from + "` has " + std::to_string(sweep.points()) +
                         " points, too few to tell anything from chance",
                     "sweep at " + std::to_string(fewest_points_of_given_data) +
                         " points or more: stepdown sweep ... --design sobol --points 256");
  }
  SensitivityResults results;
  results.provenance = sweep.provenance();
  results.made_from = results.provenance.command;
  results.baseline = baseline_of(results.provenance, options.baseline);
  results.design.method = SensitivityMethod::given_data;
  results.design.scrambles = 1;
  results.varied = sweep.varied();
  for (std::size_t i = 0; i < results.varied.size(); ++i) {
    results.design.factors.push_back({results.varied[i].name(), {i}});
  }
  results.points = sweep.points();
  results.replicates = sweep.runs();
  results.failed_runs = sweep.failed_runs();
  const KeptMeasures kept = kept_of(sweep, options.measures);
  results.found = influences_of_given(
      sweep.places(), sweep.varied().size(), options.work.seed_of_luck(), kept,
      ServiceModels(results.provenance).at_points_of(results.varied), results.baseline,
      {[&](std::string_view measure) { return sweep.values_of(measure); },
       [&](std::string_view measure) { return sweep.values_by_month(measure); }});
  return conclude(results, options.out, options.work);
}

ExitCode plan_alone(const StudyPlan& plan, const std::string& folder) {
  std::cout << plan.points.size() << " points with " << plan.runs
            << " runs each: " << plan.runs_in_all() << " runs\n"
            << "written: " << plan_file(folder).string() << '\n'
            << "written: " << points_file(folder).string() << '\n'
            << "next: stepdown sensitivity " << shell_word(folder)
            << "\n  or in parts, anywhere, in any order, before that: stepdown sweep run "
            << shell_word(folder) << " --shard 1/16\n";
  return ExitCode::ok;
}

ExitCode sensitivity(const SensitivityOptions& options) {
  if (is_a_plan(options)) {
    return go_on_with_plan(options);
  }
  if (!options.from.empty()) {
    return analyse_sweep(options);
  }
  const PlanToRun asked = sensitivity_asked_for(options);
  begin_plan(asked.plan, options.out);
  if (options.plan_only) {
    return plan_alone(asked.plan, options.out);
  }
  return run_and_analyse({options.out, asked.plan, asked.scenarios},
                         "stepdown sensitivity " + shell_word(options.out), options.work);
}

}  // namespace

void add_sensitivity(CLI::App& app, Request& request) {
  const auto options = std::make_shared<SensitivityOptions>();
  CLI::App* verb = app.add_subcommand(
      "sensitivity", "Says what an answer hangs on: which settings decide how much, and luck");
  add_sensitivity_options(*verb, *options);
  verb->callback(
      [&request, options] { request.action = [options] { return sensitivity(*options); }; });
}

}  // namespace stepdown
