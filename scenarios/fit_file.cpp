#include "scenarios/fit_file.h"

#include <algorithm>
#include <iterator>

namespace stepdown {

std::vector<Setting> load_fit(const FitFile& file) { return load_overlay(file, ScenarioKind::fit); }

std::vector<std::string> names_of_fits() {
  std::vector<std::string> names;
  std::ranges::transform(built_in_overlays(ScenarioKind::fit), std::back_inserter(names),
                         &FitFile::called);
  return names;
}

FitFile fit_called(const std::string& name) { return overlay_called(name, ScenarioKind::fit); }

}  // namespace stepdown
