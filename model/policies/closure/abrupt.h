#pragma once

#include "model/policies/closure/closure_policy.h"

namespace stepdown {

/// Support stops at the first good review (EV67).
inline ClosureAnswer abrupt(ReviewFacts facts) {
  return facts.good ? ClosureAnswer::close : ClosureAnswer::go_on;
}

}  // namespace stepdown
