#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Need, lateness, referral and waiting in each fifth of areas, from the least deprived.
OutcomeKind fifth_outcomes();

/// The same by the stage of the family: the age of its youngest child at home.
OutcomeKind stage_outcomes();

}  // namespace stepdown
