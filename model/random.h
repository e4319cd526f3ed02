#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "model/decision.h"
#include "model/philox.h"

namespace stepdown {

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
