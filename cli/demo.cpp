#include "cli/demo.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command_line.h"
#include "cli/compare.h"
#include "cli/experiment.h"

namespace stepdown {
namespace {

constexpr const char* what_it_does =
    "A demonstration: an authority a twelfth of the usual size, once with support that stops at "
    "the first\ngood review and once with support that is tapered. The scenarios are built into "
    "the program.\n\n";

constexpr const char* what_to_type_next =
    "\nNext, the same as a page to read and to send on, and then a project of your own:\n"
    "  stepdown demo --out demo                         writes demo/report.html\n"
    "  stepdown init our_project --place coventry       files to begin with, and what to type\n"
    "  stepdown explain closure.targeted_early_help     what may be set, and what it means\n";

ExperimentOptions small_comparison() {
  ExperimentOptions options;
  options.selection.files = {"scenarios/base.toml", "scenarios/policies/tapered.toml"};
  options.selection.settings = {"population.children=5000", "workforce.social_workers=9"};
  options.runs = 30;
  options.print_only = true;
  return options;
}

ExitCode demonstrate(const ExperimentOptions& options) {
  if (!options.json) {
    std::cout << what_it_does << std::flush;
  }
  const ExitCode code =
      compare_scenarios("demo", options, load_scenarios(*embedded_source(), options.selection));
  if (!options.json) {
    std::cout << what_to_type_next;
  }
  return code;
}

}  // namespace

void add_demo(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExperimentOptions>(small_comparison());
  CLI::App* verb = app.add_subcommand("demo", "A small comparison, finished in seconds");
  add_experiment_options(*verb, *options);
  verb->callback(
      [&request, options] { request.action = [options] { return demonstrate(*options); }; });
}

}  // namespace stepdown
