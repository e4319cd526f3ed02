#pragma once

#include <span>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {

/// The files of the folder `evidence` as they were when the program was built, sorted by path, as
/// the scenario files are carried.
std::span<const EmbeddedFile> embedded_evidence();

}  // namespace stepdown
