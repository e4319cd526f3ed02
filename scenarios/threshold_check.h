#pragma once

#include "scenarios/settings_together.h"

namespace stepdown {

/// Whether thresholds, their rationing, and whom each service is for stand in a sensible order.
void check_thresholds(SettingsTogether& settings);

}  // namespace stepdown
