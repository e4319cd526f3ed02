#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

namespace stepdown {

/// The counter-based generator Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011): a block of 128
/// random bits as a pure function of where it is asked for.
class Philox {
 public:
  using Block = std::array<std::uint32_t, 4>;
  using Key = std::array<std::uint32_t, 2>;

  static constexpr Block block(const Block& counter, const Key& key) {
#ifdef __SSE2__
    if (!std::is_constant_evaluated()) {
      return in_a_register(counter, key);
    }
#endif
    return word_by_word(counter, key);
  }

  /// By the letter of the paper.
  static constexpr Block word_by_word(Block counter, Key key) {
    for (int round = 0; round < rounds; ++round) {
      const std::uint64_t product_0 = std::uint64_t{multiplier_0} * counter[0];
      const std::uint64_t product_1 = std::uint64_t{multiplier_1} * counter[2];
      counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key[0],
                 static_cast<std::uint32_t>(product_1),
                 static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key[1],
                 static_cast<std::uint32_t>(product_0)};
      key[0] += golden_ratio;
      key[1] += root_of_three;
    }
    return counter;
  }

 private:
  static constexpr int rounds = 10;
  static constexpr std::uint32_t multiplier_0 = 0xD2511F53;
  static constexpr std::uint32_t multiplier_1 = 0xCD9E8D57;
  static constexpr std::uint32_t golden_ratio = 0x9E3779B9;
  static constexpr std::uint32_t root_of_three = 0xBB67AE85;

#ifdef __SSE2__
  using Words [[gnu::vector_size(16)]] = std::uint32_t;
  using Pairs [[gnu::vector_size(16)]] = std::uint64_t;

  /// The products of the first and of the third word of each.
  static Words products(Words a, Words b) {
    using Signed [[gnu::vector_size(16)]] = int;
    return reinterpret_cast<Words>(
        __builtin_ia32_pmuludq128(reinterpret_cast<Signed>(a), reinterpret_cast<Signed>(b)));
  }

  /// Half the instructions: both multiplications of a round are one, and their products stand in
  /// the reverse of the order in which the next round wants them.
  static Block in_a_register(const Block& counter, const Key& key) {
    const Words multipliers{multiplier_0, 0, multiplier_1, 0};
    const Words steps{golden_ratio, 0, root_of_three, 0};
    Words state{counter[0], counter[1], counter[2], counter[3]};
    Words round_key{key[0], 0, key[1], 0};
    for (int round = 0; round < rounds; ++round) {
      const Words product = products(state, multipliers);
      const auto others = reinterpret_cast<Words>(reinterpret_cast<Pairs>(state) >> 32);
      state = __builtin_shufflevector(product, product, 3, 2, 1, 0) ^ others ^ round_key;
      round_key += steps;
    }
    return {state[0], state[1], state[2], state[3]};
  }
#endif
};

constexpr Philox::Block philox_4x32_10(const Philox::Block& counter, const Philox::Key& key) {
  return Philox::block(counter, key);
}

}  // namespace stepdown
