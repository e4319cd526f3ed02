#pragma once

#include <optional>
#include <string>

#include "scenarios/scenario_source.h"

namespace stepdown {

/// "tapered" of "scenarios/policies/tapered.toml"
std::string stem_of(const std::string& path);

/// The other path as it stands in that file: from the file's own folder.
std::string beside(const std::string& path, const std::string& other);

/// A file in the same folder whose name may be what was meant.
std::optional<std::string> similar_file(const ScenarioSource& source, const std::string& path);

/// What to write instead of a path at which there is no file: a similar one, or what there is.
std::string advice_on_missing(const ScenarioSource& source, const std::string& path);

}  // namespace stepdown
