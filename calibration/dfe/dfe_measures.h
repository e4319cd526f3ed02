#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/dfe/dfe_panel.h"
#include "calibration/measure_scale.h"

namespace stepdown {

/// A run measure that published columns give, and how: as a share of 100, per 10,000 children or as
/// published.
struct DfeMeasure {
  enum class Way : unsigned char { share, rate, as_published };

  std::string_view name;   // in the registry of measures
  std::string_view label;  // of a target
  Way way = Way::share;
  std::optional<DfeColumn> published;  // taken as it stands where it has a figure
  std::vector<DfeColumn> parts;        // summed; what is counted
  std::vector<DfeColumn> others;       // what makes up the whole with the parts
  DfeColumn whole;                     // of what it is a share or rate
  DfeTable part_table;
  DfeTable whole_table;
  // Standard deviations on the scale of the measure over the authorities of England, 2013 to 2024,
  // for folders with too few of them.
  double usual_noise = 0;
  double usual_drift = 0;

  std::size_t column() const;  // in the registry of measures
  MeasureScale scale() const;
};

/// In the order of their tables.
std::span<const DfeMeasure> dfe_measures();
const DfeMeasure* find_dfe_measure(std::string_view name);

/// A figure with the variance that counting gives it, on the scale of its measure.
struct DfeFigure {
  double value = 0;
  double sampling_variance = 0;
};

/// What was published of a year, or nothing where a cell that is needed has no figure.
std::optional<DfeFigure> figure_of(const DfeMeasure& measure, const DfeAuthority& authority,
                                   int year);

/// Of which files and columns a figure was made.
std::string source_of(const DfeMeasure& measure, const DfePanel& panel,
                      const DfeAuthority& authority, int year);

}  // namespace stepdown
