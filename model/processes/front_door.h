#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// The front door: being noticed, contact, referral, statutory assessment (EV17-EV25, EV32, EV33).

/// Somebody has noticed the family and contacts whom they think right, or nobody.
void be_noticed(World& world, FamilySlot slot);

/// A referral to social care for the family's children, from whatever help they have now. The
/// family must not have an open statutory case.
void refer(World& world, FamilySlot slot);

/// The time of the assessment is up: in need, not in need, or a section 47 enquiry first.
void end_assessment(World& world, FamilySlot slot);

/// The decision at the end of an assessment for a family judged at `judged`.
void decide_assessment(World& world, FamilySlot slot, double judged);

/// Days an assessment takes at quantile `u`: straight lines through the official percentiles.
double assessment_days(const FrontDoorParameters& p, double u);

}  // namespace stepdown
