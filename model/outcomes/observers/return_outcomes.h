#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Who comes back after help or a decision has ended, by the reason it ended.
OutcomeKind return_outcomes();

}  // namespace stepdown
