#include "cli/experiment_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <thread>

#include "cli/command_line.h"

namespace stepdown {
namespace {

constexpr long long most_runs = 10'000'000;
constexpr long long most_threads = 1024;
constexpr long long runs_in_each_world = 10;  // where nobody says how many
constexpr long long most_until = 1000;        // the same

}  // namespace

ExperimentOptions::ExperimentOptions()
    : threads(std::max(1U, std::thread::hardware_concurrency())) {}

std::vector<MeasureGroup> ExperimentOptions::shown() const {
  return all ? std::vector(all_measure_groups.begin(), all_measure_groups.end()) : groups_shown(by);
}

bool asks_for_draws(const DrawsOptions& draws) {
  return !draws.file.empty() || draws.use > 0 || draws.draw > 0;
}

ExperimentOptions with_runs_in_each_world(ExperimentOptions options) {
  if (!options.runs_given && options.draws.draw == 0) {
    options.runs = runs_in_each_world;
  }
  return options;
}

ExperimentOptions with_runs_until(ExperimentOptions options) {
  if (!options.until.empty() && !options.runs_given) {
    options.runs = most_until;
  }
  if (!options.until.empty() &&
      (options.ensemble || (asks_for_draws(options.draws) && options.draws.draw == 0))) {
    throw UsageError("--until was asked for in several worlds",
                     "leave it out and give --runs, which is for each world; or take one world "
                     "with --member, --fit or --draw");
  }
  return options;
}

void add_until_option(CLI::App& verb, ExperimentOptions& options) {
  verb.add_option("--until", options.until,
                  "Make runs until half the 95% interval of a mean is no wider, such as "
                  "rereferral_12m.difference<=0.5 or cost_total.mean<=1%; may be repeated: all "
                  "must be reached; --runs [1000] is then the most")
      ->type_name("MEASURE.WHAT<=X")
      ->take_all()
      ->allow_extra_args(false);
}

void add_experiment_options(CLI::App& verb, ExperimentOptions& options) {
  add_count_option(verb, "--runs", options.runs, 1, most_runs, "Runs, each with its own luck [100]")
      ->each([&options](const std::string&) { options.runs_given = true; });
  add_count_option(verb, "--seed", options.seed, 0, std::numeric_limits<long long>::max(),
                   "Seed of all luck [1]");
  add_count_option(verb, "--first-run", options.first_run, 0, most_runs,
                   "Number of the first run, to repeat or to add runs [0]");
  add_count_option(verb, "--threads", options.threads, 1, most_threads,
                   "Threads; results do not depend on them [all processors]");
  verb.add_option("--out", options.out,
                  "Folder to make the results in [results/ and a name made of all inputs, where "
                  "equal inputs find them again]")
      ->type_name("FOLDER");
  verb.add_flag("--print-only", options.print_only, "Print, and keep no files");
  verb.add_option("--progress", options.progress, "Progress on stderr: auto, json or none")
      ->check(CLI::IsMember({"auto", "json", "none"}))
      ->type_name("HOW");
  std::vector<std::string> words;
  for (const GroupOnRequest& on_request : groups_on_request) {
    words.emplace_back(on_request.word);
  }
  verb.add_option(
          "--by", options.by,
          "Show also by fifth of areas, by stage of the family, from tier to tier, or by months "
          "since closing")
      ->check(CLI::IsMember(words))
      ->type_name("PART")
      ->allow_extra_args(false);
  verb.add_flag("--all", options.all, "Show every measure: all that --by can show");
  add_json_option(verb, options.json);
}

}  // namespace stepdown
