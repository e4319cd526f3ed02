#pragma once

#include "model/ids.h"
#include "model/processes/world.h"
#include "model/state/notice.h"

namespace stepdown {

/// The front door: contact, referral, decision, statutory assessment (EV32, EV33, EV38, EV39).

/// A referral to social care for the family's children, from whatever help they have now. The
/// family must not have an open statutory case; one that waits for a decision is not referred anew.
void refer(World& world, FamilySlot slot, NoticeRoute route);

/// The family's referral joins those that the front door has to decide.
void seek_decision(World& world, FamilySlot slot);

/// The front door decides: no further action, or a statutory assessment.
void decide_referral(World& world, FamilySlot slot);

/// The time of the assessment is up: in need, not in need, or a section 47 enquiry first.
void end_assessment(World& world, FamilySlot slot);

/// The assessment of these children ends in a decision, whatever led to it.
void tell_assessment_ended(World& world, FamilySlot slot, ClosingReason reason, ChildSet children,
                           double judged_neglect);

/// The decision at the end of an assessment for a family judged so.
void decide_assessment(World& world, FamilySlot slot, double judged, double judged_neglect);

/// Days an assessment takes at quantile `u`: straight lines through the official percentiles.
double assessment_days(const FrontDoorParameters& p, double u);

}  // namespace stepdown
