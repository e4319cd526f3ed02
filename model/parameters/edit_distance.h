#pragma once

#include <cstddef>
#include <string_view>

namespace stepdown {

/// How many letters are to be put in, left out, replaced or swapped with their neighbour to turn
/// one word into the other (optimal string alignment). Counts bytes; capitals count as their small
/// letters, and '-' and ' ' as '_'.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace stepdown
