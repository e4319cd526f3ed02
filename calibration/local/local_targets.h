#pragma once

#include <string>
#include <vector>

#include "calibration/local/local_figures.h"
#include "calibration/local/local_import.h"
#include "calibration/targets.h"

namespace stepdown {

/// What may be told of the figures as targets: of each measure the last year as `value`, with the
/// error that chance alone gives it, and every year under `by_year`.
std::vector<Target> local_targets(const LocalImport& import,
                                  const std::vector<LocalMeasure>& measures);

/// What stands on top of a file of them.
std::string comment_on_targets(const LocalImport& import);

/// "186 of 842 referrals" and the like: where a figure comes from.
std::string counts_in_words(const LocalMeasure& measure, const LocalFigure& figure);

}  // namespace stepdown
