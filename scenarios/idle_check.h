#pragma once

#include "scenarios/settings_together.h"

namespace stepdown {

/// Settings that somebody gave and that do nothing, because what they belong to is not in use.
void check_idle(SettingsTogether& settings);

}  // namespace stepdown
