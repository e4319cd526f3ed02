#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/exit_code.h"
#include "cli/work_options.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

/// What a person asks of `stepdown decide`.
struct DecideOptions {
  std::string kind;  // "best", "budget", "break-even", "discover", "worth"
  ScenarioSelection selection;
  std::vector<std::string> measures;
  std::vector<std::string> vary;
  std::vector<std::string> move;
  long long posts = 0;
  double money = 0;
  long long most_options = 30;
  long long points = 0;
  long long runs = 0;
  double smallest_difference = 0;
  double confidence = 0.95;
  std::string out;
  WorkOptions work = {};
};

/// All that the answer depends on, as it would be typed again, without the folder.
std::string command_of(const DecideOptions& options);

/// Which of the files named is best.
ExitCode decide_best(const DecideOptions& options);
/// How to divide posts or money between teams.
ExitCode decide_budget(const DecideOptions& options);
/// At which value of an uncertain effect the policy begins to pay.
ExitCode decide_break_even(const DecideOptions& options);
/// In which worlds the policy loses, and what it is worth to know them.
ExitCode decide_discover(const DecideOptions& options);
ExitCode decide_worth(const DecideOptions& options);

}  // namespace stepdown
