#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// The life of need: levels worsen and ease, acute concerns come and go, lasting capacity grows
/// with help and fades without (EV1, EV8, EV12, EV59, EV73).

/// Sets the clocks of need, and how likely the family is to be noticed, to its present state.
void set_need_rates(World& world, Family& family);

/// How likely the family is to be noticed alone: what a contact leads to may change nothing else.
void set_noticing_rate(World& world, Family& family);

/// Works out what help and a fragile spell do to the family's need, then sets its clocks.
void set_help_effects(World& world, FamilySlot slot);

void worsen(World& world, FamilySlot slot);
void ease(World& world, FamilySlot slot);
/// An acute concern arrives; it may raise the level, and may itself be reported to social care.
void meet_concern(World& world, FamilySlot slot);
void end_concern(World& world, FamilySlot slot);
void grow_capacity(World& world, FamilySlot slot);
void lose_capacity(World& world, FamilySlot slot);

/// The spell after all help has ended, in which worsening is faster (EV67).
void begin_fragile_spell(World& world, FamilySlot slot);
void end_fragile_spell(World& world, FamilySlot slot);

}  // namespace stepdown
