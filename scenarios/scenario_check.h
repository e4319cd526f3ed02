#pragma once

#include <vector>

#include "scenarios/layers.h"
#include "scenarios/setting.h"

namespace stepdown {

/// What the settings of one scenario say together, in the words of the service: errors for what no
/// authority could mean (a taper with steps of unequal number), warnings for what it hardly does.
std::vector<Problem> check_together(const Layers& layers,
                                    const std::vector<ObservedFigure>& observed);

/// What the facts of a place say together before any scenario is run there.
std::vector<Problem> check_place(const GivenSettings& facts);

}  // namespace stepdown
