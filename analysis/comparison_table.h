#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "analysis/comparison.h"
#include "analysis/measure_group.h"
#include "scenarios/setting.h"

namespace stepdown {

/// Each measure's own value under one scenario: mean with its 95% half-width and 90% range over
/// runs. At most 100 columns wide; each line ends with '\n'.
std::string value_table(const Comparison& comparison, std::size_t scenario,
                        std::span<const MeasureGroup> groups = groups_shown());

/// Each measure's paired difference of one scenario from the baseline: baseline mean, difference
/// with its 95% half-width, 90% range, share of runs higher, verdict. At most 100 columns wide.
std::string comparison_table(const Comparison& comparison, std::size_t scenario,
                             std::span<const MeasureGroup> groups = groups_shown());

/// The official figures that have a measure of the same name, beside what one scenario makes of
/// them; empty if there are none.
std::string official_table(const Comparison& comparison, std::size_t scenario,
                           std::span<const ObservedFigure> official);

}  // namespace stepdown
