#include "model/policies/closure/closure_policy.h"

#include "model/policies/closure/abrupt.h"
#include "model/policies/closure/step_down.h"
#include "model/policies/closure/sustained.h"
#include "model/policies/closure/tapered.h"
#include "model/policies/closure/time_limited.h"

namespace stepdown {

ClosureAnswer answer_review(const ClosureParameters& closure, ReviewFacts facts) {
  switch (closure.policy) {
    case ClosurePolicy::abrupt:
      return abrupt(facts);
    case ClosurePolicy::time_limited:
      return time_limited(facts);
    case ClosurePolicy::sustained:
      return sustained(closure, facts);
    case ClosurePolicy::tapered:
      return tapered(facts);
    case ClosurePolicy::step_down:
      return step_down(facts);
  }
  return ClosureAnswer::go_on;
}

std::optional<Duration> time_limit(const ClosureParameters& closure) {
  return closure.policy == ClosurePolicy::time_limited ? std::optional(limit_of(closure))
                                                       : std::nullopt;
}

ClosingReason reason_of_closing(ClosurePolicy policy) {
  switch (policy) {
    case ClosurePolicy::abrupt:
      return ClosingReason::good_review;
    case ClosurePolicy::time_limited:
      return ClosingReason::time_limit;
    case ClosurePolicy::sustained:
      return ClosingReason::sustained_progress;
    case ClosurePolicy::tapered:
      return ClosingReason::taper_completed;
    case ClosurePolicy::step_down:
      return ClosingReason::stepped_down;
  }
  return ClosingReason::none;
}

}  // namespace stepdown
