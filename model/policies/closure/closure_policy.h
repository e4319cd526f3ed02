#pragma once

#include <optional>

#include "model/parameters/closure.h"
#include "model/state/case.h"
#include "model/time.h"

namespace stepdown {

/// What a closure policy may know: how reviews went, never the true level.
struct ReviewFacts {
  bool good;          // this review: judged at level 1 or 2, no acute concern (EV78)
  int good_in_a_row;  // this one included
};

/// What follows from a review as far as closing is concerned.
enum class ClosureAnswer : unsigned char { go_on, close, taper, step_down };

/// The answer of the service's policy; a policy decides and draws nothing.
ClosureAnswer answer_review(const ClosureParameters& closure, ReviewFacts facts);

/// How long help may last whatever the level, if the policy sets a limit.
std::optional<Duration> time_limit(const ClosureParameters& closure);

/// The reason under which a closing at a review is counted.
ClosingReason reason_of_closing(ClosurePolicy policy);

}  // namespace stepdown
