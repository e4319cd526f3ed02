#pragma once

#include "scenarios/settings_together.h"

namespace stepdown {

/// Whether the steps of every taper that is chosen fit one another and its contacts.
void check_closures(SettingsTogether& settings);

}  // namespace stepdown
