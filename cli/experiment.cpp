#include "cli/experiment.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <system_error>
#include <thread>

#include "analysis/answer.h"
#include "analysis/outcome_writer.h"
#include "analysis/summary_csv.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/shell_words.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

constexpr long long most_runs = 10'000'000;
constexpr long long most_threads = 1024;
constexpr std::size_t failures_told = 10;

std::size_t place_by_name(const std::vector<Scenario>& scenarios, const Scenario& scenario) {
  const std::vector<const Scenario*> sorted = in_order_of_name(scenarios);
  return static_cast<std::size_t>(std::ranges::find(sorted, &scenario) - sorted.begin());
}

// The first measure that a sentence would speak of.
std::optional<WatchedNumber> number_to_watch(const std::vector<Scenario>& scenarios) {
  if (scenarios.front().from_day_0().laboratory.system != Laboratory::off) {
    return {};
  }
  const std::string_view measure = answered_measures().front();
  const auto found = std::ranges::find(run_measures(), measure, &Measure::name);
  if (found == run_measures().end()) {
    return {};
  }
  WatchedNumber watched;
  watched.column = static_cast<std::size_t>(found - run_measures().begin());
  watched.label = std::string(measure);
  const Scenario& shown = scenarios[scenarios.size() > 1 ? 1 : 0];
  watched.scenario = place_by_name(scenarios, shown);
  if (scenarios.size() > 1) {
    watched.baseline = place_by_name(scenarios, scenarios.front());
    watched.label += ", " + shown.name() + " minus " + scenarios.front().name() + ':';
  }
  return watched;
}

Provenance how_made(const std::vector<Scenario>& scenarios, const ExperimentOptions& options,
                    const std::string& command) {
  const bool is_member = options.selection.member.has_value();
  const Draw draw{is_member ? stem_of(options.selection.member->path) : name_of_base_draw,
                  scenarios};
  Provenance provenance = provenance_of({draw}, static_cast<std::uint64_t>(options.seed));
  provenance.version = STEPDOWN_VERSION;
  provenance.command = command;
  return provenance;
}

// Gone, with all in it, when its holder goes.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "stepdown-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      throw std::system_error(errno, std::generic_category(), "cannot make the folder " + name);
    }
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string option_words(const ExperimentOptions& options, long long first_run, long long runs) {
  std::string words;
  if (!options.selection.place.empty()) {
    words += " --place " + shell_word(options.selection.place);
  }
  if (options.selection.member) {
    words += " --member " + shell_word(options.selection.member->called);
  }
  for (const std::string& setting : options.selection.settings) {
    words += " --set " + shell_word(setting);
  }
  words += " --runs " + std::to_string(runs) + " --seed " + std::to_string(options.seed);
  return first_run == 0 ? words : words + " --first-run " + std::to_string(first_run);
}

}  // namespace

ExperimentOptions::ExperimentOptions()
    : threads(std::max(1U, std::thread::hardware_concurrency())) {}

std::vector<MeasureGroup> ExperimentOptions::shown() const {
  return all ? std::vector(all_measure_groups.begin(), all_measure_groups.end()) : groups_shown(by);
}

void add_experiment_options(CLI::App& verb, ExperimentOptions& options) {
  add_count_option(verb, "--runs", options.runs, 1, most_runs,
                   "Runs, each with its own luck [100]");
  add_count_option(verb, "--seed", options.seed, 0, std::numeric_limits<long long>::max(),
                   "Seed of all luck [1]");
  add_count_option(verb, "--first-run", options.first_run, 0, most_runs,
                   "Number of the first run, to repeat or to add runs [0]");
  add_count_option(verb, "--threads", options.threads, 1, most_threads,
                   "Threads; results do not depend on them [all processors]");
  verb.add_option("--out", options.out, "Folder for results.h5 and summary.csv")
      ->type_name("FOLDER");
  verb.add_option("--progress", options.progress, "Progress on stderr: auto, json or none")
      ->check(CLI::IsMember({"auto", "json", "none"}))
      ->type_name("HOW");
  std::vector<std::string> words;
  for (const GroupOnRequest& on_request : groups_on_request) {
    words.emplace_back(on_request.word);
  }
  verb.add_option("--by", options.by,
                  "Show also by fifth of areas, by stage of the family, or from tier to tier")
      ->check(CLI::IsMember(words))
      ->type_name("PART")
      ->allow_extra_args(false);
  verb.add_flag("--all", options.all, "Show every measure: all that --by can show");
  add_json_option(verb, options.json);
}

Experiment::Experiment(std::string verb, const ExperimentOptions& options,
                       const std::vector<Scenario>& scenarios, const DayZeroMaker& make_world)
    : verb_(std::move(verb)), options_(options) {
  for (const Scenario& scenario : scenarios) {
    names_.push_back(scenario.name());
  }
  if (options.out.empty()) {
    const TemporaryFolder folder;
    run(scenarios, make_world, folder.path(), true);
  } else {
    run(scenarios, make_world, options.out, false);
  }
}

void Experiment::run(const std::vector<Scenario>& scenarios, const DayZeroMaker& make_world,
                     const std::filesystem::path& folder, bool is_temporary) {
  const std::filesystem::path results = folder / "results.h5";
  const std::vector<Measure> stored = stored_measures(scenarios.front().from_day_0());
  OutcomeWriter writer(results, how_made(scenarios, options_, canonical_command(scenarios)),
                       stored);
  const Interrupt interrupt(writer.temporary(), is_temporary ? folder : std::filesystem::path());
  report_ = run_with_progress(scenarios, make_world, writer, interrupt.asked_to_stop());
  if (report_.runs == 0) {
    return;
  }
  writer.finish(report_.failed);
  std::vector<Measure> of_run;
  std::ranges::copy_if(stored, std::back_inserter(of_run),
                       [](const Measure& measure) { return !measure.monthly; });
  const OutcomeFile outcomes(results);
  if (!is_temporary) {
    publish_summary_csv(outcomes, folder / "summary.csv", of_run);
    files_ = {results, folder / "summary.csv"};
  }
  comparison_ = compare(outcomes, names_, of_run);
}

EnsembleReport Experiment::run_with_progress(const std::vector<Scenario>& scenarios,
                                             const DayZeroMaker& make_world, OutcomeSink& sink,
                                             const std::atomic<bool>& stop) const {
  ProgressDisplay progress(progress_style(options_.progress), std::cerr, number_to_watch(scenarios),
                           width_of_stderr());
  const EnsemblePlan plan{
      static_cast<std::uint64_t>(options_.seed), static_cast<std::uint32_t>(options_.first_run),
      static_cast<std::uint32_t>(options_.runs), static_cast<int>(options_.threads)};
  return run_ensemble(scenarios, plan, sink, progress, stop, make_world);
}

std::string Experiment::canonical_command(const std::vector<Scenario>& scenarios) const {
  std::string command = "stepdown " + verb_;
  for (const Scenario* scenario : in_order_of_name(scenarios)) {
    const auto place = static_cast<std::size_t>(scenario - scenarios.data());
    command += ' ' + shell_word(options_.selection.files[place]);
  }
  return command + option_words(options_, options_.first_run, options_.runs);
}

std::string Experiment::command_of_run(const FailedRun& failed) const {
  const auto place =
      static_cast<std::size_t>(std::ranges::find(names_, failed.scenario) - names_.begin());
  return "stepdown run " + shell_word(options_.selection.files[place]) +
         option_words(options_, failed.run, 1);
}

ExitCode Experiment::conclude() const {
  for (std::size_t i = 0; i < std::min(report_.failed.size(), failures_told); ++i) {
    const FailedRun& failed = report_.failed[i];
    std::cerr << "error: run " << failed.run << " of " << failed.scenario
              << " failed: " << failed.message
              << "\n  = this repeats it alone: " << command_of_run(failed) << '\n';
  }
  if (report_.failed.size() > failures_told) {
    std::cerr << "and " << report_.failed.size() - failures_told << " more failed runs\n";
  }
  if (report_.stopped) {
    std::cerr << "stopped: " << report_.runs << " of " << options_.runs << " runs are complete"
              << (files_.empty() ? "" : " and saved in " + options_.out) << '\n';
    return ExitCode::interrupted;
  }
  return report_.failed.empty() ? ExitCode::ok : ExitCode::failed_runs;
}

}  // namespace stepdown
