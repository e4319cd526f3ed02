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

/// "fewer in 97 of 100 runs": what most runs say of a difference.
std::string agreement_in_words(const PairedDifference& difference, std::string_view less,
                               std::string_view more);

}  // namespace stepdown
