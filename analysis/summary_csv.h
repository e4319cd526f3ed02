#pragma once

#include <filesystem>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/outcome_file.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The table of `summary.csv`: a row for each measure and scenario (`kind` value), then one for
/// each measure and ordered pair of scenarios (`kind` difference: `scenario` minus `baseline`, run
/// by run), all in the order of measures and names. Numbers are written so that reading gives them
/// back exactly; an empty cell is a number that does not exist.
void write_summary_csv(const OutcomeFile& outcomes, std::ostream& out,
                       std::span<const Measure> measures);

/// The same of a comparison that was made: its scenarios, called `names`, and what differs from the
/// baseline. With seven digits a number, more than any simulated mean has.
std::string comparison_csv(const Comparison& comparison, const std::vector<std::string>& names);

/// Writes that table to a file that appears once it is complete; errors are std::system_error.
void publish_summary_csv(const OutcomeFile& outcomes, const std::filesystem::path& path,
                         std::span<const Measure> measures);

}  // namespace stepdown
