#pragma once

// Stands before the model's own random.h when the model is compiled a second time, for
// bench/draws_bench.cpp alone: the same generator, drawn from in the order in which draws come.
#include <array>
#include <cstdint>
#include <limits>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "model/decision.h"
#include "model/philox.h"

namespace stepdown {

struct RunKey {
  std::uint64_t seed = 0;
  std::uint32_t run = 0;
};

/// One sequence for the whole run: the next words, whoever asks.
class SequentialWords {
 public:
  using result_type = std::uint64_t;

  explicit SequentialWords(RunKey key)
      : counter_{0, 0, 0, key.run},
        key_{static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32)} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    if (has_second_word_) {
      has_second_word_ = false;
      return second_word_;
    }
    const auto block = philox_4x32_10(counter_, key_);
    counter_[1] += ++counter_[0] == 0 ? 1 : 0;
    second_word_ = std::uint64_t{block[3]} << 32 | block[2];
    has_second_word_ = true;
    return std::uint64_t{block[1]} << 32 | block[0];
  }

 private:
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::uint64_t second_word_ = 0;
  bool has_second_word_ = false;
};

/// Asks the one sequence; who draws, and for what, is not looked at.
class KeyedStream {
 public:
  using result_type = std::uint64_t;
  explicit KeyedStream(SequentialWords& words) : words_(&words) {}
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  result_type operator()() { return (*words_)(); }

 private:
  SequentialWords* words_;
};

class Luck {
 public:
  explicit Luck(RunKey key) : words_(key) {}

  KeyedStream stream(std::uint32_t, Decision, std::uint32_t) const { return KeyedStream(words_); }

  double uniform(std::uint32_t, Decision, std::uint32_t) const {
    return static_cast<double>(words_() >> 11 | 1U) * 0x1p-53;
  }
  double unit_exponential(std::uint32_t, Decision, std::uint32_t) const {
    return boost::random::exponential_distribution<double>{}(words_);
  }
  double standard_normal(std::uint32_t, Decision, std::uint32_t) const {
    return boost::random::normal_distribution<double>{}(words_);
  }
  double unit_mean_gamma(double shape, std::uint32_t, Decision, std::uint32_t) const {
    return boost::random::gamma_distribution<double>{shape, 1.0 / shape}(words_);
  }

 private:
  mutable SequentialWords words_;
};

}  // namespace stepdown
