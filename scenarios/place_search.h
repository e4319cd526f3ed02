#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario_library.h"

namespace stepdown {

/// The place file of a chain: `option` (a name or a path, as after `--place`) if there is one, that
/// of the fit if there is a fit, otherwise what the chain's own files say. Null with no place, or
/// with one more problem of the library; a place other than the fit's is one.
const CheckedFile* place_of(ScenarioLibrary& library, const std::vector<const CheckedFile*>& chain,
                            const std::string& option, const CheckedFile* fit = nullptr);

}  // namespace stepdown
