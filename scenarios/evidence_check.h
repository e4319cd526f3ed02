#pragma once

#include <vector>

#include "scenarios/scenario_file.h"

namespace stepdown {

/// The rows of evidence that a policy file names for its decision, sorted; what is no row, is named
/// twice or stands in another kind of file is added to `problems`.
std::vector<int> checked_evidence(const ScenarioFile& file, std::vector<Problem>& problems);

}  // namespace stepdown
