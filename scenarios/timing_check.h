#pragma once

#include "scenarios/settings_together.h"

namespace stepdown {

/// Whether what happens in time happens at all: decisions and shocks within the horizon, reviews
/// and assessments in an order that time can have.
void check_timing(SettingsTogether& settings);

}  // namespace stepdown
