#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario_file.h"
#include "scenarios/setting.h"

namespace stepdown {

/// Whether a file of that kind may give that setting.
bool may_stand_in(ScenarioKind kind, const Parameter& parameter);

/// The settings of one file; what is unknown, of a wrong value, in the wrong kind of file or
/// without its source is added to `problems`.
GivenSettings checked_settings(const ScenarioFile& file, std::vector<Problem>& problems);

/// The official figures of a place file's `[observed]`.
std::vector<ObservedFigure> checked_observed(const ScenarioFile& file,
                                             std::vector<Problem>& problems);

/// What `--set` gives, in the order given; each text is "name=value".
GivenSettings checked_command_line(const std::vector<std::string>& settings,
                                   std::vector<Problem>& problems);

}  // namespace stepdown
