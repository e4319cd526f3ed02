#pragma once

#include <functional>
#include <memory>
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
  Colour colour = Colour::plain;  // of what is wrong, on stderr
};

/// A command line that cannot be meant, and what may be typed instead. What stands first in
/// backquotes in the message is pointed at in the typed line.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string advice = {},
                      Fault fault = Fault::words_not_together)
      : std::runtime_error(message), advice_(std::move(advice)), fault_(fault) {}
  const std::string& advice() const { return advice_; }
  Fault fault() const { return fault_; }

 private:
  std::string advice_;
  Fault fault_;
};

/// A file or folder that cannot be used as asked, with a fault of its own; ends in exit 3.
class DataError : public std::runtime_error {
 public:
  DataError(Fault fault, const std::string& message, std::string advice)
      : std::runtime_error(message), advice_(std::move(advice)), fault_(fault) {}
  const std::string& advice() const { return advice_; }
  Fault fault() const { return fault_; }

 private:
  std::string advice_;
  Fault fault_;
};

/// The options of every verb that reads scenarios: files, `--place`, `--member`, `--fit`,
/// `--set` (repeated).
void add_scenario_options(CLI::App& verb, ScenarioSelection& selection);

/// `--json`: the result as JSON on stdout, nothing else there.
void add_json_option(CLI::App& verb, bool& json);

/// One of some words.
CLI::Option* add_choice_option(CLI::App& verb, const std::string& name, std::string& value,
                               const std::vector<std::string>& answers, const std::string& called,
                               const std::string& description);

/// A whole number from `low` to `high`; anything else is a usage error that says so.
CLI::Option* add_count_option(CLI::App& verb, const std::string& name, long long& value,
                              long long low, long long high, const std::string& description);

/// The tree of all verbs with their options, each filling in the request.
std::unique_ptr<CLI::App> command_tree(Request& request);

/// Parses the line, does what it asks, and turns every outcome and every exception into an exit
/// code; errors go to stderr.
ExitCode run_command_line(int argc, const char* const* argv);

}  // namespace stepdown
