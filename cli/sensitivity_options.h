#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/sensitivity_design.h"
#include "cli/study_work.h"
#include "cli/work_options.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

/// What a person asks of a sensitivity study.
struct SensitivityOptions {
  ScenarioSelection selection;  // or, as the only file, the folder of a plan
  std::vector<std::string> vary;
  std::string method = "sobol";
  long long rows = 0;  // 0: as many as the method takes where nobody says
  long long scrambles = 16;
  long long replicates = 2;
  bool second_order = false;
  std::vector<std::string> groups;
  std::string luck = "own";
  std::vector<std::string> measures;
  bool plan_only = false;
  std::string from;
  std::string baseline;
  std::string out;
  WorkOptions work = {};
};

void add_sensitivity_options(CLI::App& verb, SensitivityOptions& options);

/// A plan that was asked for, every point looked at, and its scenarios. Throws ScenarioErrors and
/// UsageError with what is wrong with it.
PlanToRun sensitivity_asked_for(const SensitivityOptions& options);

}  // namespace stepdown
