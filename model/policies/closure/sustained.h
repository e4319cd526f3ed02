#pragma once

#include "model/policies/closure/closure_policy.h"

namespace stepdown {

/// Support stops after several good reviews in a row (EV67, EV78).
inline ClosureAnswer sustained(const ClosureParameters& closure, ReviewFacts facts) {
  return facts.good_in_a_row >= closure.good_reviews ? ClosureAnswer::close : ClosureAnswer::go_on;
}

}  // namespace stepdown
