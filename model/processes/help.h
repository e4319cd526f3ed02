#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Offering, starting and ending help: consent, places with workers, waiting lists (EV36, EV43).

/// Sets all clocks of a family, and its entry in the calendar, to its state and the rules in force.
void settle_family(World& world, FamilySlot slot);

/// The next review of help that closes by policy, and its time limit if the policy sets one.
void set_review_dates(World& world, Case& open);

/// Offers early help of that tier to a family judged at `judged`; one that accepts gets a place or
/// waits. The family must have no open case.
void offer_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                      double judged);

/// A family that wants early help gets a place, or joins the list.
void seek_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                     double judged);

/// A social worker takes the family for an assessment, over the cap if need be.
void hold_for_assessment(World& world, FamilySlot slot, ChildSet children);

/// The family, held for assessment or on another statutory tier, goes on to this one with the same
/// worker; a child in need without one, or whose worker was over the cap at the assessment, gets
/// another worker or becomes unallocated.
void move_to_statutory(World& world, FamilySlot slot, ServiceTier tier, double judged);

/// Help, assessment or waiting ends for good: the place is freed, others get it, and a family that
/// was helped enters its fragile spell.
void end_case(World& world, FamilySlot slot, ClosingReason reason);

/// Gives places that have become free to those who wait for them, first come first served.
void fill_places(World& world, ServiceTier tier);

/// The stage of an open case changes between full help and taper, with the help it gets and the
/// part of a place it holds.
void set_help_stage(World& world, FamilySlot slot, CaseStage stage, double intensity,
                    double place_share);

/// A child leaves an open case (its 18th birthday); without children the case ends.
void take_from_case(World& world, FamilySlot slot, ChildSet child);

}  // namespace stepdown
