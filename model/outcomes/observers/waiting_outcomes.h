#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Waiting for early help: lists and waiting times.
OutcomeKind waiting_outcomes();

}  // namespace stepdown
