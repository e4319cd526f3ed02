#include "analysis/sampling/scrambled_sobol.h"

#include <boost/random/sobol.hpp>

#include "model/random.h"

namespace stepdown {
namespace {

using Digits = std::uint32_t;
constexpr unsigned digits = 32;

// The coins of 128 prefixes that differ in their last seven digits come from one block.
constexpr unsigned digits_in_a_block = 7;

bool coin(std::uint64_t key, std::size_t dimension, unsigned digit, Digits prefix) {
  const auto block = philox_4x32_10(
      {prefix >> digits_in_a_block, digit, static_cast<std::uint32_t>(dimension), 0x50B01},
      {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)});
  const Digits place = prefix & ((1U << digits_in_a_block) - 1);
  return (block[place / digits] >> (place % digits) & 1U) != 0;
}

Digits scrambled(Digits plain, std::uint64_t key, std::size_t dimension) {
  Digits turned = plain;
  for (unsigned digit = 0; digit < digits; ++digit) {
    const Digits prefix = digit == 0 ? 0 : plain >> (digits - digit);
    if (coin(key, dimension, digit, prefix)) {
      turned ^= 1U << (digits - 1 - digit);
    }
  }
  return turned;
}

}  // namespace

std::vector<double> scrambled_sobol(std::size_t points, std::size_t dimensions, std::uint64_t key) {
  std::vector<double> made(points * dimensions);
  boost::random::sobol_engine<Digits, digits> sequence(dimensions);
  for (std::size_t i = 0; i < made.size(); ++i) {
    const Digits plain = i < dimensions ? 0 : sequence();
    // The middle of the smallest cell, so that no coordinate is 0 or 1.
    made[i] = (scrambled(plain, key, i % dimensions) + 0.5) * 0x1p-32;
  }
  return made;
}

}  // namespace stepdown
