#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// How long plans and episodes of need had lasted when they ended, in the official bands; and how
/// long assessments took.
OutcomeKind duration_outcomes();

}  // namespace stepdown
