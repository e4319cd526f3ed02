#pragma once

#include <cstddef>

#include "model/processes/world.h"

namespace stepdown {

/// How fast posts change hands, and how many there are (EV52, EV53).

/// The world begins with this turnover, and with posts for it.
void begin_turnover(World& world);

/// The turnover of the rules now in force: what is left of each stay and each vacancy becomes
/// longer or shorter with it.
void change_turnover(World& world);

/// Whose turnover a worker has: social workers come and go alike whatever team they are in.
std::size_t staff_of(std::size_t team, const Worker& worker);

/// Posts of a service under the rules in force. How fast vacancies are filled changes no number of
/// posts.
std::size_t posts_wanted(const World& world, std::size_t team);

/// Volunteers and partners are not recruited by the authority; nor does anything change in a
/// laboratory.
bool changes_hands(const World& world, const Worker& worker);

}  // namespace stepdown
