#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace stepdown {

/// A sound member file, and how many numbers it has.
struct ValidMember {
  std::string name;
  std::ptrdiff_t uncertainties;
};

/// A sound fit: the place it is of, and how many numbers it has.
struct ValidFit {
  std::string name;
  std::string place;
  std::ptrdiff_t uncertainties;
  std::ptrdiff_t levers;
};

/// What files of any kind come to, each read as what it says it is.
struct Validation {
  std::vector<Scenario> scenarios;
  std::vector<PlaceFacts> places;
  std::vector<ValidMember> members;
  std::vector<ValidFit> fits;
  std::vector<Problem> problems;

  /// Warnings let a file pass.
  bool is_valid() const;
};

Validation validated(const ScenarioSource& source, const ScenarioSelection& selection);

}  // namespace stepdown
