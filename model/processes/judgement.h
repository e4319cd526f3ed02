#pragma once

#include <cstdint>

#include "model/decision.h"
#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Who judges: somebody who notices, somebody at the front door who does not see the home, or
/// somebody who visits it (EV17, EV18, EV58).
enum class Seeing : unsigned char { a_contact, from_outside, in_the_home };

/// What a practitioner sees of a family, in levels.
struct Judgement {
  double need;     // the true level, more for an acute concern and a deprived area, and an error
  double neglect;  // the same without the acute concern
};

/// `occasion` numbers the decision; part of the error is that of all judgements of one referral.
Judgement judge(World& world, FamilySlot slot, Decision decision, std::uint32_t occasion,
                Seeing seeing);

/// The judgement of somebody who works on the family's case.
Judgement judge_case(World& world, FamilySlot slot, Decision decision, Seeing seeing);

/// One of the children at home, and each other with the chance that siblings are included.
ChildSet children_concerned(World& world, FamilySlot slot, Decision decision,
                            std::uint32_t occasion);

/// The first of `children` in the order of luck, and each other with this chance.
ChildSet some_of(World& world, FamilySlot slot, ChildSet children, double chance_of_each,
                 Decision decision);

}  // namespace stepdown
