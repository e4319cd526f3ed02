#pragma once

#include <cstdint>

#include "model/processes/world.h"

namespace stepdown {

/// Children in need for reasons outside this model: an inflow that no lever changes, through the
/// same front door to the same social workers, who hold them over the cap if need be.

void schedule_next_outside_referral(World& world);
void receive_outside_referral(World& world);

/// Children who come into care for reasons outside the model, unaccompanied children among them.
void schedule_next_outside_care(World& world);
void receive_outside_child_in_care(World& world);

/// The assessment of an outside child ends, or its stay in need does.
void pass_outside_date(World& world, std::uint32_t row);

}  // namespace stepdown
