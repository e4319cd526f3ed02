#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// Family Help begins (EV75): part of the social workers join the key workers, with the children in
/// need they hold.
void merge_services(World& world);

}  // namespace stepdown
