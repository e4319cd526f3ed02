#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/parameters/parameter.h"
#include "scenarios/scenario_error.h"

namespace stepdown {

/// Who gave a value: the registry, a line of a file, or `--set` on the command line.
struct Origin {
  enum class Giver : std::uint8_t { registry, file, command_line };
  Giver giver = Giver::registry;
  std::string file;
  int line = 0;

  /// "registry", "policies/tapered.toml:7", "--set"
  std::string text() const;
  bool operator==(const Origin&) const = default;
};

/// One parameter with the value a scenario resolves it to.
struct Setting {
  const Parameter* parameter = nullptr;
  Value value;
  Origin origin;
  std::string source;  // as the file states it; empty: the registry's own source holds
};

/// A setting as one file or `--set` gives it, sound by itself; `where` is its place in the text,
/// ready for a message.
struct GivenSetting {
  Setting setting;
  Problem where;
};

/// What one file or all of `--set` gives: the settings sound by themselves, and the names of those
/// that are not, from whose values nothing may be concluded.
struct GivenSettings {
  std::vector<GivenSetting> sound;
  std::vector<std::string> unsound;
};

/// An official figure of a place that the model does not take as input, kept to be printed beside
/// the simulated one.
struct ObservedFigure {
  std::string name;
  double value = 0;
  std::string source;
  std::string year;
  Origin origin;
};

}  // namespace stepdown
