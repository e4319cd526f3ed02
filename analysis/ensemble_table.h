#pragma once

#include <ostream>
#include <span>

#include "analysis/ensemble_answer.h"

namespace stepdown {

/// The table of `ensemble.csv`: a row for each measure, scenario other than the baseline, and
/// member, with the paired difference over the member's runs.
void write_ensemble_csv(std::span<const WorldComparison> worlds, std::ostream& out);

}  // namespace stepdown
