#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "analysis/ensemble_answer.h"
#include "analysis/luck_and_not_knowing.h"
#include "analysis/measure_group.h"
#include "scenarios/setting.h"

namespace stepdown {

/// Each measure's own value under one scenario where several worlds were run: mean of all runs, how
/// wide luck alone would spread it, how wide not knowing, and what part of the variance is not
/// knowing. At most 100 columns wide; each line ends with '\n'.
std::string worlds_table(std::span<const WorldComparison> worlds,
                         std::span<const MeasureSplit> splits, std::size_t scenario,
                         std::span<const MeasureGroup> groups = groups_shown());

/// The official figures that have a measure of the same name, beside the least, middle and greatest
/// mean of the worlds; empty if there are none.
std::string official_worlds_table(std::span<const WorldComparison> worlds, std::size_t scenario,
                                  std::span<const ObservedFigure> official);

}  // namespace stepdown
