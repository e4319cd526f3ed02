#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "analysis/study/study.h"
#include "analysis/study/varied.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// Whether each point of a study has luck of its own, or all have the same (common random numbers),
/// which makes differences between points less noisy and their errors related.
enum class PointLuck : std::uint8_t { own, same };

/// The values of one setting that a grid goes through: those named, or so many evenly spaced from
/// one end of its range to the other (of whole numbers each once).
std::vector<double> grid_values(const Varied& varied, std::size_t steps);

/// How many points a grid has; nothing where they are more than can be counted.
std::optional<std::size_t> grid_size(std::span<const Varied> varied, std::size_t steps);

/// Every value of each setting with every value of the others, the last one changing fastest.
std::vector<StudyPoint> grid_points(std::span<const Varied> varied, std::size_t steps,
                                    PointLuck luck);

/// The points of a design in the unit cube, point after point, in the units of the settings.
std::vector<StudyPoint> points_at(std::span<const Varied> varied, std::span<const double> places,
                                  PointLuck luck);

/// Settings and points that somebody chose by other means.
struct GivenPoints {
  std::vector<Varied> varied;
  std::vector<StudyPoint> points;
};

/// Reads them from comma-separated values: a column for each setting, named in the first line, and
/// a line for each point. Throws ScenarioErrors with all that is wrong and its line: unknown
/// columns, values that the setting does not take, cells without one, rows of another width.
GivenPoints read_points(const std::filesystem::path& path, std::span<const Scenario> scenarios,
                        PointLuck luck);

}  // namespace stepdown
