#pragma once

#include "model/policies/closure/closure_policy.h"

namespace stepdown {

/// The first good review begins a taper: steps of falling help with contacts, in which a relapse
/// that is seen raises help at once (EV68).
inline ClosureAnswer tapered(ReviewFacts facts) {
  return facts.good ? ClosureAnswer::taper : ClosureAnswer::go_on;
}

}  // namespace stepdown
