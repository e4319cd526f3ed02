#pragma once

#include <span>
#include <string>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The measures of the registry as the text of docs/outcomes.md: a table for each group, name,
/// unit, one value a run or one a month, and meaning.
std::string outcome_table_markdown(std::span<const Measure> measures = outcome_registry());

}  // namespace stepdown
