#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Starting and ending help: places with workers, stages, closings (EV36, EV43).

/// Sets all clocks of a family, and its entry in the calendar, to its state and the rules in force.
void settle_family(World& world, FamilySlot slot);

/// A case for a family that has none.
void open_case(World& world, FamilySlot slot);

/// Every change of where a case stands goes through here, so that stocks and accounts hold.
void set_stage(World& world, FamilySlot slot, CaseStage stage, ServiceTier tier, ChildSet children);
/// The same for which of the children are on a plan, and which of the family in care.
void set_planned(World& world, FamilySlot slot, ChildSet planned);
void set_in_care(World& world, FamilySlot slot, ChildSet children, ChildSet in_care);

/// Services remember of these children that they have been in need.
void note_in_need(World& world, FamilySlot slot, ChildSet children);

/// Places that so many children take with full help.
Places full_places(const World& world, ServiceTier tier, ChildSet children);

/// The next review of help that closes by policy, and its time limit if the policy sets one.
void set_review_dates(World& world, Case& open);

/// From now on the family has had help above universal services; true if it had not before.
bool note_first_help(World& world, FamilySlot slot);

/// Full help begins with this worker; the case has none yet.
void begin_help_with(World& world, FamilySlot slot, ServiceTier tier, WorkerId worker,
                     double judged);

/// The family leaves the list it is on; `reason` none if help starts.
void leave_list(World& world, FamilySlot slot, ClosingReason reason);

/// The same with the worker that holds the family already, unless there is none at all. Those of
/// the children who had help of the same tier before go on with it.
void begin_help(World& world, FamilySlot slot, ServiceTier tier, double judged, ChildSet go_on = 0);

/// Help, assessment or waiting ends for good: the place is freed, others get it, and a family that
/// was helped enters its fragile spell.
void end_case(World& world, FamilySlot slot, ClosingReason reason);

/// Gives places that have become free to those who wait for them.
void fill_places(World& world, std::size_t team);

/// The stage of an open case changes between full help and taper, with the help it gets and the
/// part of a place it holds.
void set_help_stage(World& world, FamilySlot slot, CaseStage stage, double intensity);

/// A child leaves an open case (its 18th birthday); without children the case ends.
void take_from_case(World& world, FamilySlot slot, ChildSet child);

/// After a child has left a case or come into care: what is left goes on, or is over.
void settle_after_child(World& world, FamilySlot slot);

/// The children of the case who are helped on this tier: of siblings some may be on a plan.
ChildSet children_on(const Case& open, ServiceTier tier);

/// Tells of children whose help starts or ends, on the tier of each; `first` for the first ever.
void tell_help_started(World& world, FamilySlot slot, ChildSet children, bool first);
void tell_help_ended(World& world, FamilySlot slot, ClosingReason reason, ChildSet children);
void tell_care_ended(World& world, FamilySlot slot, ChildSet children, ClosingReason reason);

/// Tells of children who are no longer in need, and of plans that end.
void end_episodes(World& world, FamilySlot slot, ChildSet children, ClosingReason reason);
void end_plans(World& world, FamilySlot slot, ChildSet children);

}  // namespace stepdown
