#pragma once

#include <string>

#include "analysis/sensitivity/sensitivity_results.h"
#include "model/parameters/parameter.h"

namespace stepdown {

/// A setting or group in words: "Worsening from level 1 to 2 for a family of average
/// vulnerability".
std::string words_of_factor(const SensitivityResults& results, std::size_t factor);

/// "Severe need", and of a difference the scenarios: "Severe need, Tapered support minus Abrupt".
std::string words_of_outcome(const SensitivityResults& results, const ExplainedOutcome& outcome);

/// Which measures were not compared, and why; empty if all were.
std::string not_compared_in_words(const SensitivityResults& results);

}  // namespace stepdown
