#include "cli/posterior_worlds.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "analysis/posterior_draws.h"
#include "cli/command_line.h"
#include "cli/experiment_command.h"
#include "cli/scenario_warnings.h"

namespace stepdown {
namespace {

constexpr long long most_draws = 10'000'000;

void refuse_what_does_not_go_together(const ExperimentOptions& options) {
  const DrawsOptions& draws = options.draws;
  if (draws.file.empty()) {
    throw UsageError(draws.use > 0 ? "`--use` says how many draws to run, but there are none"
                                   : "`--draw` says which draw to run, but there are none",
                     "give their file with --draws FILE.h5");
  }
  if (draws.use > 0 && draws.draw > 0) {
    throw UsageError("`--use` and `--draw` were both given: several draws and one alone",
                     "leave one of them out");
  }
  const char* const other = options.ensemble           ? "--ensemble"
                            : options.selection.member ? "--member"
                            : options.selection.fit    ? "--fit"
                                                       : nullptr;
  if (other != nullptr) {
    throw UsageError("`--draws` and " + std::string(other) + " each say in which worlds to run",
                     "leave --draws or " + std::string(other) + " out");
  }
}

std::string counted(std::size_t draws) {
  return std::to_string(draws) + (draws == 1 ? " draw" : " draws");
}

std::vector<std::size_t> draws_to_run(const DrawsOptions& options, std::size_t available) {
  const auto number = static_cast<std::size_t>(std::max(options.use, options.draw));
  if (number > available) {
    throw UsageError("`" + options.file + "` has " + counted(available) + ", and " +
                         (options.use > 0 ? std::to_string(number) + " are to be used"
                                          : "number " + std::to_string(number) + " was asked for"),
                     "ask for " + std::to_string(available) + " or fewer");
  }
  if (options.draw > 0) {
    return {number - 1};
  }
  return evenly_spaced(available, options.use > 0 ? number : draws_run_unasked);
}

}  // namespace

void add_draws_options(CLI::App& verb, DrawsOptions& draws) {
  verb.add_option("--draws", draws.file,
                  "Run in every draw of values that fit an authority's own figures, as `calibrate` "
                  "found them; --runs [10] is for each")
      ->type_name("FILE.h5");
  add_count_option(verb, "--use", draws.use, 1, most_draws,
                   "So many of the draws, evenly spaced [all, up to 100]");
  add_count_option(verb, "--draw", draws.draw, 1, most_draws, "One of the draws alone: its number");
}

WorldsToRun load_posterior_worlds(const ExperimentOptions& options) {
  refuse_what_does_not_go_together(options);
  const Posterior posterior = read_posterior(options.draws.file);
  WorldsToRun worlds{{}, posterior.command.empty() ? "unknown" : posterior.command};
  std::vector<Problem> problems;
  for (const std::size_t draw : draws_to_run(options.draws, posterior.draws.size())) {
    ScenarioSelection in_draw = options.selection;
    in_draw.fit = fit_of_draw(posterior, draw, options.draws.file);
    const DrawsOptions alone{options.draws.file, 0, static_cast<long long>(draw) + 1};
    try {
      worlds.draws.push_back({name_of_draw(posterior, draw),
                              load_scenarios(*disk_source(), in_draw), option_of_draws(alone)});
    } catch (const ScenarioErrors& errors) {
      add_once(problems, errors.problems());
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  tell_warnings(worlds.draws);
  return worlds;
}

}  // namespace stepdown
