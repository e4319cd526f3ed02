#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/local/local_counts.h"
#include "calibration/local/quality_log.h"
#include "calibration/local/small_numbers.h"

namespace stepdown {

/// What a figure is of its counts, which decides how chance moves it.
enum class FigureKind : std::uint8_t { count, per_10000, share, ratio };

/// A measure's figure of one whole year, with the counts behind it. Where `is_told` is false the
/// counts are too small to be written anywhere, and nothing here may be.
struct LocalFigure {
  int year = 0;
  double value = 0;
  double error = 0;  // standard deviation by chance alone
  std::int64_t part = 0;
  std::int64_t whole = 0;  // of a share or ratio
  bool is_told = false;
  // Where `part` was seen of `whole` as far as each can be followed, and `value` allows for that:
  // within how many days. 0 for what was counted.
  int followed_days = 0;
};

/// A measure of the registry as an authority's own records show it, year by year.
struct LocalMeasure {
  std::string measure;
  std::string label;
  std::string part;   // what is counted
  std::string whole;  // of what
  FigureKind kind = FigureKind::share;
  std::vector<LocalFigure> years = {};
};

/// Everything that the counts say of measures that the model has too. `children` are those who live
/// there, nothing where that was not said: then there are counts instead of rates, and stocks whose
/// measure is a rate are left out. Years that are not whole have no figure.
std::vector<LocalMeasure> local_measures(const LocalCounts& counts, const SmallNumbers& small,
                                         std::optional<double> children);

/// Why they do not say how many were referred again; empty where they do, or have no referral of a
/// whole year.
std::string why_no_rereferral(const LocalCounts& counts, const std::vector<LocalMeasure>& measures);

}  // namespace stepdown
