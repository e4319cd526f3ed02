#include "cli/experiment_command.h"

#include <algorithm>
#include <map>

#include "cli/shell_words.h"

namespace stepdown {

std::string option_of_member(const MemberFile& member) {
  return "--member " + shell_word(member.called);
}

std::string option_of_fit(const FitFile& fit) { return "--fit " + shell_word(fit.called); }

std::string option_of_draws(const DrawsOptions& draws) {
  return "--draws " + shell_word(draws.file) +
         (draws.use > 0 ? " --use " + std::to_string(draws.use) : "") +
         (draws.draw > 0 ? " --draw " + std::to_string(draws.draw) : "");
}

namespace {

std::string after_a_blank(const std::string& words) { return words.empty() ? "" : ' ' + words; }

std::string world_words(const ExperimentOptions& options) {
  if (options.ensemble) {
    return " --ensemble" + (options.ensemble->empty() ? "" : ' ' + shell_word(*options.ensemble));
  }
  if (!options.draws.file.empty()) {
    return ' ' + option_of_draws(options.draws);
  }
  const ScenarioSelection& selection = options.selection;
  return selection.member ? ' ' + option_of_member(*selection.member)
         : selection.fit  ? ' ' + option_of_fit(*selection.fit)
                          : "";
}

/// What the results depend on beside files and world; the place stands before the world.
std::string option_words(const ExperimentOptions& options, const std::string& world,
                         long long first_run, long long runs) {
  std::string words;
  if (!options.selection.place.empty()) {
    words += " --place " + shell_word(options.selection.place);
  }
  words += world;
  for (const std::string& setting : options.selection.settings) {
    words += " --set " + shell_word(setting);
  }
  words += " --runs " + std::to_string(runs) + " --seed " + std::to_string(options.seed);
  return first_run == 0 ? words : words + " --first-run " + std::to_string(first_run);
}

std::string until_words(const ExperimentOptions& options) {
  std::string words;
  for (const std::string& wish : options.until) {
    words += " --until " + shell_word(wish);
  }
  return words;
}

/// The demonstration brings its scenarios and settings with it.
std::string demo_words(const ExperimentOptions& options) {
  return "stepdown demo --runs " + std::to_string(options.runs) + " --seed " +
         std::to_string(options.seed);
}

}  // namespace

std::string canonical_command(const std::string& verb, const ExperimentOptions& options,
                              const std::vector<std::string>& names) {
  if (verb == "demo") {
    return demo_words(options);
  }
  // How many runs are enough depends on the baseline; nothing else depends on the order.
  const std::size_t first = options.until.empty() ? 0 : 1;
  std::map<std::string, std::string> files;
  for (std::size_t i = first; i < names.size(); ++i) {
    files[names[i]] = options.selection.files[i];
  }
  std::string command = "stepdown " + verb;
  if (first > 0) {
    command += ' ' + shell_word(options.selection.files.front());
  }
  for (const auto& [name, file] : files) {
    command += ' ' + shell_word(file);
  }
  return command + option_words(options, world_words(options), options.first_run, options.runs) +
         until_words(options);
}

std::string command_again(const std::string& verb, const ExperimentOptions& options) {
  const std::string out = options.out.empty() ? "" : " --out " + shell_word(options.out);
  if (verb == "demo") {
    return demo_words(options) + out;
  }
  std::string command = "stepdown " + verb;
  for (const std::string& file : options.selection.files) {
    command += ' ' + shell_word(file);
  }
  return command + option_words(options, world_words(options), options.first_run, options.runs) +
         until_words(options) + out;
}

std::string command_of_run(const ExperimentOptions& options, const std::vector<std::string>& names,
                           const FailedRun& failed, const Draw& draw) {
  const auto place =
      static_cast<std::size_t>(std::ranges::find(names, failed.scenario) - names.begin());
  return "stepdown run " + shell_word(options.selection.files[place]) +
         option_words(options, after_a_blank(draw.asked_with), failed.run, 1) + " --print-only";
}

}  // namespace stepdown
