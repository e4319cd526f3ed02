#pragma once

#include <vector>

#include "scenarios/scenario.h"
#include "scenarios/scenario_library.h"

namespace stepdown {

/// One scenario put together from its files: its parts, what is wrong with them together, and those
/// of the command line's settings that it has no use for (another scenario may have).
struct Resolution {
  ScenarioParts parts;
  std::vector<Problem> errors;
  std::vector<Problem> idle_settings;
};

/// Lays registry, base, member or fit, place, policies and command line over one another. `chain`
/// is not empty and has the outermost base first; `overlay` and `place` may be null.
Resolution resolve(const std::vector<const CheckedFile*>& chain, const CheckedFile* overlay,
                   const CheckedFile* place, const GivenSettings& settings);

}  // namespace stepdown
