#pragma once

#include "model/policies/closure/closure_policy.h"

namespace stepdown {

/// Support stops after a set time whatever the level; no review ends it earlier (EV69).
inline ClosureAnswer time_limited(ReviewFacts) { return ClosureAnswer::go_on; }

inline Duration limit_of(const ClosureParameters& closure) {
  return Duration::weeks(closure.time_limit_weeks);
}

}  // namespace stepdown
