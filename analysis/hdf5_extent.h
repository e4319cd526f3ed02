#pragma once

#include <cstdint>
#include <vector>

namespace stepdown {

/// So many along each axis of an array.
using Extent = std::vector<std::uint64_t>;

}  // namespace stepdown
