#pragma once

#include <string>
#include <vector>

#include "cli/study_work.h"
#include "cli/work_options.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

/// What a person asks of a sweep: which scenarios, what is varied, at which points, how often.
struct SweepOptions {
  ScenarioSelection selection;
  std::vector<std::string> vary;
  std::string design;   // empty: a grid, or the points of a file
  std::string points;   // how many, or the file that has them
  long long steps = 0;  // 0: not asked for, and as many as a grid has unasked
  long long runs = 1;
  std::string luck = "own";
  std::vector<std::string> measures;
  std::string out;
  bool yes = false;
  WorkOptions work = {};
};

/// The options that make a plan; `folder` is what --out is for.
void add_sweep_options(CLI::App& verb, SweepOptions& options);

/// The plan that was asked for, every point looked at, and its scenarios. Throws ScenarioErrors and
/// UsageError with what is wrong with it.
PlanToRun sweep_asked_for(const SweepOptions& options);

}  // namespace stepdown
