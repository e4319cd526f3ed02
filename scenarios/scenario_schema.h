#pragma once

#include <string>

#include "scenarios/scenario_kind.h"

namespace stepdown {

/// A JSON Schema (draft 4) of scenario files, one alternative for each kind, made of the registry:
/// by it an editor completes names and marks mistakes while they are typed. It knows each setting
/// by itself; what settings come to together only the program knows.
std::string scenario_schema();

/// The same for files of one kind, whose mistakes an editor can then name more exactly.
std::string scenario_schema(ScenarioKind kind);

}  // namespace stepdown
