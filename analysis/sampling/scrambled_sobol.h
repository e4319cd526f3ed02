#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stepdown {

/// The first points of Sobol's sequence in the open unit cube, with the directions of Joe and Kuo
/// (2008) and the point at the origin that Boost leaves out, scrambled after Owen (1995): each
/// digit of a coordinate is turned by a coin that the digits before it and the key choose. Equal
/// keys give equal points; different keys independent ones, each uniform. At most 2^32 points and
/// 3,667 dimensions; point after point, `dimensions` coordinates each.
std::vector<double> scrambled_sobol(std::size_t points, std::size_t dimensions, std::uint64_t key);

}  // namespace stepdown
