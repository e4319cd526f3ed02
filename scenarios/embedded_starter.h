#pragma once

#include <span>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {

/// The files that a new project begins with beside the base, as the scenario files are carried.
std::span<const EmbeddedFile> embedded_starter();

}  // namespace stepdown
