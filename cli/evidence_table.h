#pragma once

#include <string>

#include "scenarios/evidence.h"

namespace stepdown {

/// All that the program has of one row of evidence, several lines for a terminal.
std::string evidence_in_words(const EvidenceRow& row);

/// docs/evidence.md: the publications, and every row with where it acts in the model.
std::string evidence_markdown();

/// One row, or all of them, as a JSON array.
std::string evidence_json(const EvidenceRow& row);
std::string evidence_json();

}  // namespace stepdown
