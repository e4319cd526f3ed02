#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "model/decision.h"

namespace stepdown {

/// The counter-based generator Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011): a block of 128
/// random bits as a pure function of where it is asked for.
constexpr std::array<std::uint32_t, 4> philox_4x32_10(std::array<std::uint32_t, 4> counter,
                                                      std::array<std::uint32_t, 2> key) {
  constexpr std::uint64_t multiplier_0 = 0xD2511F53;
  constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
  constexpr std::uint32_t golden_ratio = 0x9E3779B9;
  constexpr std::uint32_t root_of_three = 0xBB67AE85;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product_0 = multiplier_0 * counter[0];
    const std::uint64_t product_1 = multiplier_1 * counter[2];
    counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key[0],
               static_cast<std::uint32_t>(product_1),
               static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(product_0)};
    key[0] += golden_ratio;
    key[1] += root_of_three;
  }
  return counter;
}

/// Which luck a run meets: the seed of the experiment and the number of the run in it.
struct RunKey {
  std::uint64_t seed = 0;
  std::uint32_t run = 0;
};

/// The random bits of one decision about one entity on one occasion; a UniformRandomBitGenerator.
/// Its length cannot touch any other stream until 2^25 words have been taken.
class KeyedStream {
 public:
  using result_type = std::uint64_t;

  constexpr KeyedStream(RunKey key, std::uint32_t entity, Decision decision, std::uint32_t occasion)
      : counter_{entity, static_cast<std::uint32_t>(decision), occasion, key.run},
        key_{static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32)} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  constexpr result_type operator()() {
    if (has_second_word_) {
      has_second_word_ = false;
      return second_word_;
    }
    const auto block = philox_4x32_10(counter_, key_);
    counter_[1] += one_block;
    second_word_ = joined(block[2], block[3]);
    has_second_word_ = true;
    return joined(block[0], block[1]);
  }

 private:
  // The low eight bits of this counter word hold the decision, the others the number of the block.
  static constexpr std::uint32_t one_block = 1U << 8;

  static constexpr std::uint64_t joined(std::uint32_t low, std::uint32_t high) {
    return static_cast<std::uint64_t>(high) << 32 | low;
  }

  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::uint64_t second_word_ = 0;
  bool has_second_word_ = false;
};

/// All the luck of one run: each draw is a pure function of its name (entity, decision, occasion),
/// so a draw made or left out in one place moves no other.
class Luck {
 public:
  explicit constexpr Luck(RunKey key) : key_(key) {}

  constexpr KeyedStream stream(std::uint32_t entity, Decision decision,
                               std::uint32_t occasion) const {
    return {key_, entity, decision, occasion};
  }

  /// In the open interval (0, 1): an odd multiple of 2^-53, so that u and 1 - u are exact and
  /// their quantiles finite.
  constexpr double uniform(std::uint32_t entity, Decision decision, std::uint32_t occasion) const {
    const std::uint64_t odd = stream(entity, decision, occasion)() >> 11 | 1U;
    return static_cast<double>(odd) * 0x1p-53;
  }

  /// Mean 1, not negative.
  double unit_exponential(std::uint32_t entity, Decision decision, std::uint32_t occasion) const {
    auto bits = stream(entity, decision, occasion);
    return boost::random::exponential_distribution<double>{}(bits);
  }

  double standard_normal(std::uint32_t entity, Decision decision, std::uint32_t occasion) const {
    auto bits = stream(entity, decision, occasion);
    return boost::random::normal_distribution<double>{}(bits);
  }

  /// Mean 1, variance 1 / shape; shape > 0. The last bits are those of the platform's tan and exp.
  double unit_mean_gamma(double shape, std::uint32_t entity, Decision decision,
                         std::uint32_t occasion) const {
    auto bits = stream(entity, decision, occasion);
    return boost::random::gamma_distribution<double>{shape, 1.0 / shape}(bits);
  }

 private:
  RunKey key_;
};

}  // namespace stepdown
