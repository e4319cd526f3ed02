#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario_kind.h"
#include "scenarios/setting.h"

namespace stepdown {

/// A file that stands between base and place and replaces numbers of the base: a member of an
/// ensemble, or a fit to one authority's figures.
struct OverlayFile {
  std::string path;
  std::string text;
  std::string called;  // as after --member or --fit: the path, or a name built into the program
};

/// Those of a kind that are built into the program, in the order of their names.
std::vector<OverlayFile> built_in_overlays(ScenarioKind kind);

/// The file of that path. Throws ScenarioErrors if there is none.
OverlayFile overlay_on_disk(const std::string& path, ScenarioKind kind);

/// One file: by its path, or by the name of one that is built into the program. Throws
/// ScenarioErrors if there is none.
OverlayFile overlay_called(const std::string& name, ScenarioKind kind);

/// Reads and checks one file of that kind; gives its settings or throws ScenarioErrors.
std::vector<Setting> load_overlay(const OverlayFile& file, ScenarioKind kind);

}  // namespace stepdown
