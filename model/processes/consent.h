#pragma once

#include <cstdint>

#include "model/decision.h"
#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Whether a family takes what is offered and stays, by trust, stigma and whether it recognises its
/// need (EV11, EV35, EV43-EV49); and how trust is made and lost.

/// Chance that the family accepts an offer of this tier.
double chance_of_accepting(const World& world, FamilySlot slot, ServiceTier tier);

/// How fast the family gives up waiting, or leaves help early, for this tier; per day.
double drop_out_rate(const World& world, FamilySlot slot);
double early_leaving_rate(const World& world, FamilySlot slot);

/// What costs trust outside a case; each kind is counted for itself.
enum class Disappointment : std::uint8_t { turned_away, not_heard, waited_in_vain };

/// The family was turned away, asked and was not heard, or gave up waiting: trust may fall by a
/// step.
void lose_trust(World& world, FamilySlot slot, Disappointment kind);
/// The family's worker changes: trust may fall by a step.
void lose_trust_at_handover(World& world, FamilySlot slot);
/// Help ended as planned: trust may rise by a step. The family still has its case.
void gain_trust(World& world, FamilySlot slot);

/// A family that declined or gave up may be asked again some weeks later (EV56).
void plan_to_ask_again(World& world, FamilySlot slot, ServiceTier tier);

}  // namespace stepdown
