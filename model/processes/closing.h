#pragma once

#include "model/ids.h"
#include "model/policies/closure/closure_policy.h"
#include "model/processes/world.h"

namespace stepdown {

/// How help ends: what the closure policy answers, carried out (EV67-EV71).

/// After a review: help goes on, ends, begins to taper, or the family steps down a tier.
void close_by_policy(World& world, FamilySlot slot, ReviewFacts facts, double judged);

/// The set time is up, whatever the level; an enquiry that is being made is waited for.
void reach_time_limit(World& world, FamilySlot slot);

/// A contact of a taper: a relapse that is seen brings full help back at once, without a referral.
void make_contact(World& world, FamilySlot slot);

/// The taper goes on to its next step, or has been completed.
void end_taper_step(World& world, FamilySlot slot);

}  // namespace stepdown
