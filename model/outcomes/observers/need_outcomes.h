#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Return of need, the same under every policy: on the true level, whether a case is open or not.
OutcomeKind need_outcomes();

}  // namespace stepdown
