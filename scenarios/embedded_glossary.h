#pragma once

#include <span>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {

/// docs/glossary.md as it was when the program was built, as the scenario files are carried.
std::span<const EmbeddedFile> embedded_glossary();

}  // namespace stepdown
