#pragma once

#include <string>
#include <vector>

#include "scenarios/overlay_file.h"

namespace stepdown {

/// A world fitted to the figures of one authority: the text of a file of kind "fit", which names
/// the authority's place and has uncertainties, and what that authority practises before anybody
/// decides otherwise.
using FitFile = OverlayFile;

/// Reads and checks one fit; gives its settings or throws ScenarioErrors.
std::vector<Setting> load_fit(const FitFile& file);

/// The names of the fits that are built into the program, sorted.
std::vector<std::string> names_of_fits();

/// One fit: by its path, or by the name of one that is built into the program. Throws
/// ScenarioErrors if there is none.
FitFile fit_called(const std::string& name);

}  // namespace stepdown
