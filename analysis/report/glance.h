#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/comparison.h"
#include "analysis/ensemble_answer.h"
#include "analysis/report/html.h"

namespace stepdown {

/// The answer at a glance: need and lateness first, a row for each of a few measures, the baseline
/// and then how each plan differs from it, in people of one denominator a row.
HtmlTable glance_table(const Comparison& comparison);

/// The same where several worlds were run: from world to world, and in how many of them.
HtmlTable glance_table(std::span<const WorldComparison> worlds);
}  // namespace stepdown
