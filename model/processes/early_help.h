#pragma once

#include <cstdint>

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Early help before it begins: offer, consent, assessment, waiting list (EV34-EV38, EV43).

/// Who has assessed the family before early help is offered to it.
enum class Assessed : std::uint8_t { by_nobody, by_social_work };

/// Offers early help of that tier to a family judged at `judged`; one that accepts is assessed
/// first, but for one assessment under Family Help. The family must have no case.
void offer_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                      double judged, Assessed assessed = Assessed::by_nobody);

/// The early help assessment is over.
void end_early_help_assessment(World& world, FamilySlot slot);

/// A family that wants early help gets a place, or joins the list.
void seek_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                     double judged);

/// Somebody looks again at a family that waits: on, up, or off the list.
void look_at_waiting_again(World& world, FamilySlot slot);

/// A family that declined or gave up is asked again.
void ask_again(World& world, FamilySlot slot);

/// Where a family stands on its list: the lowest is next. Social workers have one order, early
/// help the authority's.
double rank_on_list(const World& world, const Case& waiting);

}  // namespace stepdown
