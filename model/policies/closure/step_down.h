#pragma once

#include "model/policies/closure/closure_policy.h"

namespace stepdown {

/// The first good review moves the family to the tier below, if it consents and when there is a
/// place (EV70).
inline ClosureAnswer step_down(ReviewFacts facts) {
  return facts.good ? ClosureAnswer::step_down : ClosureAnswer::go_on;
}

}  // namespace stepdown
