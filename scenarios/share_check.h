#pragma once

#include "scenarios/settings_together.h"

namespace stepdown {

/// Whether the parts that families and those who notice them are divided into make one whole.
void check_shares(SettingsTogether& settings);

}  // namespace stepdown
