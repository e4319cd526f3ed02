#pragma once

#include <string>

#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

/// One page that says what an answer hangs on: sentences, then pictures with their tables, then
/// what was varied, how it was found out, and what it may be used for.
std::string sensitivity_page(const SensitivityResults& results);

}  // namespace stepdown
