#include "cli/completion.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/completion_script.h"
#include "cli/explanation.h"
#include "model/parameters/registry.h"
#include "scenarios/fit_file.h"
#include "scenarios/member.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

struct CompletionOptions {
  std::string shell;
  std::string list;
};

std::vector<std::string> settings() {
  std::vector<std::string> names;
  for (const Parameter& parameter : parameter_registry()) {
    names.push_back(std::string(parameter.name) + '=');
  }
  return names;
}

std::vector<std::string> places() {
  std::vector<std::string> names;
  for (const std::string& path : embedded_source()->files_in("scenarios/places")) {
    names.push_back(stem_of(path));
  }
  return names;
}

std::vector<std::string> members() {
  std::vector<std::string> names;
  for (const MemberFile& member : ensemble_members("")) {
    names.push_back(member.called);
  }
  return names;
}

std::vector<std::string> list_of(const std::string& what) {
  if (what == "settings") {
    return settings();
  }
  if (what == "places") {
    return places();
  }
  if (what == "fits") {
    return names_of_fits();
  }
  return what == "members" ? members() : explained_names();
}

ExitCode complete(CLI::App& app, const CompletionOptions& options) {
  if (!options.list.empty()) {
    for (const std::string& name : list_of(options.list)) {
      std::cout << name << '\n';
    }
    return ExitCode::ok;
  }
  if (options.shell.empty()) {
    throw UsageError("`stepdown completion` needs the name of a shell",
                     "write stepdown completion bash, zsh or fish", Fault::word_missing);
  }
  std::cout << (options.shell == "bash"  ? bash_completion(app)
                : options.shell == "zsh" ? zsh_completion(app)
                                         : fish_completion(app));
  return ExitCode::ok;
}

}  // namespace

void add_completion(CLI::App& app, Request& request) {
  const auto options = std::make_shared<CompletionOptions>();
  CLI::App* verb =
      app.add_subcommand("completion", "The script that completes words in bash, zsh or fish");
  verb->add_option("shell", options->shell, "bash, zsh or fish")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("SHELL");
  add_choice_option(*verb, "--list", options->list,
                    {"settings", "places", "members", "fits", "names"}, "WHAT",
                    "Print the names of a kind instead: what the script asks for");
  verb->callback([&app, &request, options] {
    request.action = [&app, options] { return complete(app, *options); };
  });
}

}  // namespace stepdown
