#pragma once

#include "model/ids.h"
#include "model/processes/world.h"
#include "model/state/record.h"

namespace stepdown {

/// Being noticed by seven routes, and what those who notice do about it (EV17-EV30).

/// How likely the family is to be noticed: what a contact leads to may change nothing else.
void set_noticing_rate(World& world, Family& family);

/// Somebody has noticed the family and contacts whom they think right, or nobody.
void be_noticed(World& world, FamilySlot slot);

/// An incident is reported to social care: a referral, or, of a family with an open statutory case,
/// a strategy discussion.
void report_incident(World& world, FamilySlot slot);

/// For some time after a referral without help, or after a closing that was handed back, the
/// family is noticed this many times as often, and after both by both (EV28, EV71, EV74).
void draw_attention(World& world, FamilySlot slot, Attention kind, double factor, double weeks);
void end_attention(World& world, FamilySlot slot, Attention kind);

}  // namespace stepdown
