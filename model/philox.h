#pragma once

#include <array>
#include <cstdint>
#include <type_traits>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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
  static __m128i words(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    return _mm_set_epi32(static_cast<int>(d), static_cast<int>(c), static_cast<int>(b),
                         static_cast<int>(a));
  }

  /// Half the instructions: both multiplications of a round are one, and their products stand in
  /// the reverse of the order in which the next round wants them.
  static Block in_a_register(const Block& counter, const Key& key) {
    const __m128i multipliers = words(multiplier_0, 0, multiplier_1, 0);
    const __m128i steps = words(golden_ratio, 0, root_of_three, 0);
    __m128i state = words(counter[0], counter[1], counter[2], counter[3]);
    __m128i round_key = words(key[0], 0, key[1], 0);
    for (int round = 0; round < rounds; ++round) {
      const __m128i products = _mm_shuffle_epi32(_mm_mul_epu32(state, multipliers), 0b00'01'10'11);
      state = _mm_xor_si128(products, _mm_xor_si128(_mm_srli_epi64(state, 32), round_key));
      round_key = _mm_add_epi32(round_key, steps);
    }
    Block block;
    _mm_storeu_si128(reinterpret_cast<__m128i*>(block.data()), state);
    return block;
  }
#endif
};

constexpr Philox::Block philox_4x32_10(const Philox::Block& counter, const Philox::Key& key) {
  return Philox::block(counter, key);
}

}  // namespace stepdown
