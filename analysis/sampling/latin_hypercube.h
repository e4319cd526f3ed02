#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stepdown {

/// A Latin hypercube (McKay, Beckman and Conover 1979) in the open unit cube: along each dimension
/// every one of `points` equal stretches has one point, anywhere in it, and which point has which
/// is chosen by the key, for each dimension by itself. Point after point, `dimensions` coordinates
/// each; equal keys give equal points.
std::vector<double> latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t key);

}  // namespace stepdown
