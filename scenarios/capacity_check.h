#pragma once

#include <vector>

#include "scenarios/setting.h"
#include "scenarios/settings_together.h"

namespace stepdown {

/// Whether there are workers for what is decided: posts that can be cut, room under the caps for
/// the children the place is known to hold, cover for vacancies, places for support while waiting.
void check_capacity(SettingsTogether& settings, const std::vector<ObservedFigure>& observed);

}  // namespace stepdown
