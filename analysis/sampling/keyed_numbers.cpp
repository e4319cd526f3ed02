#include "analysis/sampling/keyed_numbers.h"

#include <algorithm>

#include <boost/math/distributions/normal.hpp>

#include "model/random.h"

namespace stepdown {
namespace {

// Sets these numbers apart from the luck of families under the same seed.
constexpr std::uint32_t not_of_families = 0x5DECADE5;

}  // namespace

double KeyedNumbers::uniform(std::uint32_t row, std::uint32_t column) const {
  const auto block =
      philox_4x32_10({row, column, not_of_families, 0},
                     {static_cast<std::uint32_t>(key_), static_cast<std::uint32_t>(key_ >> 32)});
  const std::uint64_t word = static_cast<std::uint64_t>(block[1]) << 32 | block[0];
  return static_cast<double>(word >> 11 | 1U) * 0x1p-53;
}

double KeyedNumbers::standard_normal(std::uint32_t row, std::uint32_t column) const {
  return boost::math::quantile(boost::math::normal_distribution<double>(), uniform(row, column));
}

std::size_t KeyedNumbers::index(std::size_t count, std::uint32_t row, std::uint32_t column) const {
  const auto place = static_cast<std::size_t>(uniform(row, column) * static_cast<double>(count));
  return std::min(place, count - 1);
}

}  // namespace stepdown
