#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "calibration/emulator/input_space.h"

namespace stepdown {

/// A measure that is emulated, and the range in which nearly all authorities lie.
struct EmulatedMeasure {
  std::string name;
  std::size_t column = 0;  // in Outcomes::of_run
  Bounds range{0, 0};
  double discrepancy = 0;  // how far fits usually are from a figure, on the measure's scale
};

/// In which numbers authorities differ and where a model is tried to learn what follows from them,
/// as calibration/local_fit.toml says.
struct EmulatorPlan {
  std::vector<std::string> settings;  // of the world in which points are tried, as after --set
  std::uint32_t runs = 2;             // at each point, each with luck of its own
  std::size_t first_points = 0;       // about the base
  std::size_t second_points = 0;      // where outcomes lie within the ranges
  double spread = 1;                  // of the first points, in standard deviations of the prior
  std::vector<Input> inputs;          // facts first
  std::vector<EmulatedMeasure> measures;
};

/// Throws ScenarioErrors with all that is wrong.
EmulatorPlan read_emulator_plan(const std::string& path, const std::string& text);

}  // namespace stepdown
