#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "analysis/sensitivity/influence.h"
#include "analysis/sensitivity/sensitivity_design.h"
#include "analysis/study/varied.h"

namespace stepdown {

/// A finished study of what an answer hangs on: what was moved and how, how its runs ended, and
/// what was found.
struct SensitivityResults {
  Provenance provenance;     // scenarios in the order of their names
  std::size_t baseline = 0;  // the one named first, in that order
  SensitivityDesign design;
  std::vector<Varied> varied;
  std::size_t points = 0;
  std::uint32_t replicates = 1;
  std::size_t failed_runs = 0;  // those of which some scenario has no outcome
  std::string made_from = {};   // of given data, what was read
  Influences found;

  std::size_t runs() const { return points * replicates; }
  bool compares() const { return provenance.scenarios.size() > 1; }
  /// "share of the spread that factors account for", by the method, of its first index.
  std::string index_in_words() const;
  /// The name of an outcome in files: "rereferral_12m.tapered" or, of a difference,
  /// "rereferral_12m.tapered_minus_abrupt".
  std::string name_of_outcome(const ExplainedOutcome& outcome) const;
};

}  // namespace stepdown
