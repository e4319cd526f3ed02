#pragma once

#include <string>

namespace stepdown {

/// A JSON Schema (draft 4) of scenario files, one alternative for each kind, made of the registry:
/// by it an editor completes names and marks mistakes while they are typed. It knows each setting
/// by itself; what settings come to together only the program knows.
std::string scenario_schema();

}  // namespace stepdown
