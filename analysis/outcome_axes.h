#pragma once

#include <string>
#include <vector>

#include "analysis/new_outcome_file.h"
#include "analysis/provenance.h"

namespace stepdown {

/// What every file of outcomes says of itself first.
Attributes attributes_of_outcomes(const std::string& title, const std::string& version);

/// The axis `scenario`: the names.
void add_scenario_axis(NewOutcomeFile& file, const Provenance& provenance);
/// The axis `month`: the first days of the months of the horizon.
void add_month_axis(NewOutcomeFile& file, const Provenance& provenance);
/// The runs that failed, in words; nothing where none did.
void add_failed_runs(NewOutcomeFile& file, const std::vector<std::string>& failures);

}  // namespace stepdown
