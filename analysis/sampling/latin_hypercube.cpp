#include "analysis/sampling/latin_hypercube.h"

#include <numeric>
#include <utility>

#include "model/random.h"

namespace stepdown {
namespace {

constexpr std::uint32_t only_here = 0x1A71D;  // keeps these blocks apart from those of other work

/// Two independent words of 64 random bits for a place in the design.
std::pair<std::uint64_t, std::uint64_t> words(std::size_t point, std::size_t dimension,
                                              std::uint64_t key) {
  const auto block =
      philox_4x32_10({static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(point >> 32),
                      static_cast<std::uint32_t>(dimension), only_here},
                     {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)});
  return {block[0] | std::uint64_t{block[1]} << 32, block[2] | std::uint64_t{block[3]} << 32};
}

/// Evenly from 0 up to `end`, to a part in 2^32.
std::size_t below(std::size_t end, std::uint64_t word) {
  return static_cast<std::size_t>((word >> 32) * end >> 32);
}

}  // namespace

std::vector<double> latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t key) {
  std::vector<double> made(points * dimensions);
  std::vector<std::size_t> stretch(points);
  for (std::size_t d = 0; d < dimensions; ++d) {
    std::iota(stretch.begin(), stretch.end(), std::size_t{0});
    for (std::size_t p = points; p-- > 0;) {
      const auto [chosen, within] = words(p, d, key);
      std::swap(stretch[p], stretch[below(p + 1, chosen)]);
      const double place = (static_cast<double>(within >> 12) + 0.5) * 0x1p-52;
      made[p * dimensions + d] =
          (static_cast<double>(stretch[p]) + place) / static_cast<double>(points);
    }
  }
  return made;
}

}  // namespace stepdown
