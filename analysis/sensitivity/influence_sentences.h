#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

/// Factors from the one with the largest first index to the smallest; those without one last.
std::vector<std::size_t> in_order_of_influence(const Influence& influence);

/// What decides an outcome and what does not, for a person who decides: in parts of every hundred
/// (Sobol), in the outcome's own unit (Morris), or by what stands out (given data). Factors whose
/// intervals meet are too close to call.
std::vector<std::string> influence_sentences(const SensitivityResults& results,
                                             const ExplainedOutcome& outcome,
                                             const Influence& influence);

/// The first of them as a title.
std::string influence_headline(const SensitivityResults& results, const Influence& influence);

}  // namespace stepdown
