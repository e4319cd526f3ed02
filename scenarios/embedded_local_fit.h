#pragma once

#include <span>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {

/// The plan of the emulator and of local fits, as it was when the program was built
/// (calibration/local_fit.toml).
std::span<const EmbeddedFile> embedded_local_fit();

}  // namespace stepdown
