#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// The life of need: levels worsen and ease, acute concerns come and go, lasting capacity grows
/// with help and fades without (EV1, EV8, EV12, EV59, EV73).

/// Sets the clocks of need, and how likely the family is to be noticed, to its present state.
void set_need_rates(World& world, Family& family);

/// Works out what help, area, age and a fragile spell do to the family's need, then sets its
/// clocks.
void set_help_effects(World& world, FamilySlot slot);
/// The same for a family without a case, after a change of itself alone.
void set_own_effects(World& world, Family& family);

void worsen(World& world, FamilySlot slot);
void ease(World& world, FamilySlot slot);
/// An acute concern arrives or ends; one that arrives may raise the level, and may itself be
/// reported to social care.
void turn_concern(World& world, FamilySlot slot);
void grow_capacity(World& world, FamilySlot slot);
void lose_capacity(World& world, FamilySlot slot);
/// A child starts or changes school: the level may rise (EV81).
void change_school(World& world, FamilySlot slot, std::uint32_t occasion);

/// The spell after all help has ended, in which worsening is faster (EV67).
void begin_fragile_spell(World& world, FamilySlot slot);
void end_fragile_spell(World& world, FamilySlot slot);

}  // namespace stepdown
