#pragma once

#include <string>

#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

/// The table of what one outcome hangs on, factors from the largest to the smallest and luck last;
/// `id` names it in the page.
std::string influence_table(const SensitivityResults& results, std::size_t outcome,
                            const std::string& id);

/// The same as a picture with its table: a bar for each factor with its interval (a tornado).
std::string influence_picture(const SensitivityResults& results, std::size_t outcome);

/// How it changes over the months: a line for each of the factors that matter most and for luck;
/// nothing where it never differs.
std::string influence_over_time_picture(const SensitivityResults& results, std::size_t outcome);

}  // namespace stepdown
