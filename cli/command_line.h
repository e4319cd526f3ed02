#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace stepdown {

/// What the command line asks for. Each verb has `void add_<verb>(CLI::App& app, Request&
/// request)`, which adds a subcommand whose callback sets `action`; the action runs after the whole
/// line was parsed. It may throw: ScenarioErrors and UsageError end in exit 2, std::system_error
/// (so std::filesystem::filesystem_error and std::ios_base::failure too) in 3, anything else in 70.
struct Request {
  std::vector<std::string> arguments;  // as typed, without the program's name
  std::function<ExitCode()> action;
};

/// A command line that cannot be meant, and what may be typed instead.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string advice = {})
      : std::runtime_error(message), advice_(std::move(advice)) {}
  const std::string& advice() const { return advice_; }

 private:
  std::string advice_;
};

/// The options of every verb that reads scenarios: files, `--place`, `--member`, `--set`
/// (repeated).
void add_scenario_options(CLI::App& verb, ScenarioSelection& selection);

/// `--json`: the result as JSON on stdout, nothing else there.
void add_json_option(CLI::App& verb, bool& json);

/// A whole number from `low` to `high`; anything else is a usage error that says so.
CLI::Option* add_count_option(CLI::App& verb, const std::string& name, long long& value,
                              long long low, long long high, const std::string& description);

/// Parses the line, does what it asks, and turns every outcome and every exception into an exit
/// code; errors go to stderr.
ExitCode run_command_line(int argc, const char* const* argv);

}  // namespace stepdown
