#pragma once

#include <string>
#include <vector>

#include "calibration/local/local_figures.h"
#include "calibration/local/local_import.h"

namespace stepdown {

/// A target file of what may be told of the figures: of each measure the last year as `value`, with
/// the error that chance alone gives it, and every year under `by_year`. Empty when nothing may be
/// told.
std::string local_targets_toml(const LocalImport& import,
                               const std::vector<LocalMeasure>& measures);

/// "186 of 842 referrals" and the like: where a figure comes from.
std::string counts_in_words(const LocalMeasure& measure, const LocalFigure& figure);

/// A figure to as many digits as mean something.
std::string written_figure(double value);

}  // namespace stepdown
