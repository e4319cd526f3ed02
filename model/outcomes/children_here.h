#pragma once

#include "model/state/authority.h"

namespace stepdown {

/// Children who live in the authority, those looked after included, whatever the reason.
double children_here(const Authority& authority);

/// The days they have lived there, up to the last settling.
double days_of_children_here(const Authority& authority);

}  // namespace stepdown
