#include "model/random.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>

#include <gtest/gtest.h>

#if __has_include(<Random123/philox.h>)
#include <Random123/philox.h>
#endif

namespace stepdown {
namespace {

using Block = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

constexpr std::uint32_t all_ones = 0xffffffff;
constexpr Decision some_decision{7};

static_assert(std::uniform_random_bit_generator<KeyedStream>);
static_assert(philox_4x32_10(Block{}, Key{})[0] == 0x6627e8d5);

// The engine std::philox4x32 of C++26, [rand.eng.philox].
class SequentialPhilox {
 public:
  explicit SequentialPhilox(std::uint32_t seed) : key_{seed, 0} {}

  std::uint32_t operator()() {
    if (next_ == block_.size()) {
      block_ = philox_4x32_10(counter_, key_);
      next_ = 0;
      for (auto& word : counter_) {
        if (++word != 0) {
          break;
        }
      }
    }
    return block_[next_++];
  }

 private:
  Block counter_{};
  Key key_;
  Block block_{};
  std::size_t next_ = 4;
};

TEST(Philox, agrees_with_the_published_vectors) {
  EXPECT_EQ(philox_4x32_10(Block{}, Key{}),
            (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox_4x32_10({all_ones, all_ones, all_ones, all_ones}, {all_ones, all_ones}),
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(
      philox_4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
      (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, in_sequence_gives_the_ten_thousandth_output_the_standard_states) {
  SequentialPhilox engine(20111115);
  std::uint32_t output = 0;
  for (int i = 0; i < 10'000; ++i) {
    output = engine();
  }
  EXPECT_EQ(output, 1955073260U);
}

TEST(Philox, in_a_register_gives_what_the_letter_of_the_paper_gives) {
  std::mt19937 any(2);
  const auto word = [&any] { return static_cast<std::uint32_t>(any()); };
  for (int i = 0; i < 10'000; ++i) {
    const Block counter{word(), word(), word(), word()};
    const Key key{word(), word()};
    ASSERT_EQ(Philox::block(counter, key), Philox::word_by_word(counter, key));
  }
}

#if __has_include(<Random123/philox.h>)
TEST(Philox, agrees_with_random123_everywhere) {
  std::mt19937 any(1);
  const auto word = [&any] { return static_cast<std::uint32_t>(any()); };
  for (int i = 0; i < 10'000; ++i) {
    const Block counter{word(), word(), word(), word()};
    const Key key{word(), word()};
    const r123::Philox4x32::ctr_type theirs_counter{
        {counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type theirs_key{{key[0], key[1]}};
    const auto theirs = r123::Philox4x32{}(theirs_counter, theirs_key);
    ASSERT_EQ(philox_4x32_10(counter, key), (Block{theirs[0], theirs[1], theirs[2], theirs[3]}));
  }
}
#endif

TEST(KeyedStream, puts_each_part_of_the_name_in_its_own_word) {
  const RunKey key{0x0123456789abcdef, 42};
  KeyedStream stream(key, 11, Decision{200}, 5);
  for (std::uint32_t block = 0; block < 4; ++block) {
    const auto words = philox_4x32_10({11, 200U | block << 8, 5, 42}, {0x89abcdef, 0x01234567});
    EXPECT_EQ(stream(), static_cast<std::uint64_t>(words[1]) << 32 | words[0]);
    EXPECT_EQ(stream(), static_cast<std::uint64_t>(words[3]) << 32 | words[2]);
  }
}

TEST(KeyedStream, of_another_name_shares_no_word) {
  std::set<std::uint64_t> words;
  std::size_t taken = 0;
  for (std::uint32_t run = 0; run < 3; ++run) {
    for (std::uint64_t seed : {0ULL, 1ULL, 1ULL << 32}) {
      for (std::uint32_t entity = 0; entity < 8; ++entity) {
        for (const Decision decision : {Decision{0}, Decision{1}, Decision{255}}) {
          for (std::uint32_t occasion = 0; occasion < 8; ++occasion) {
            KeyedStream stream({seed, run}, entity, decision, occasion);
            for (int word = 0; word < 6; ++word, ++taken) {
              words.insert(stream());
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(words.size(), taken);
}

TEST(Luck, of_the_same_name_is_the_same) {
  const Luck luck({20240331, 3});
  const Luck again({20240331, 3});
  const auto draws = [](const Luck& of, std::uint32_t occasion) {
    return std::array{of.uniform(5, some_decision, occasion),
                      of.unit_exponential(5, some_decision, occasion),
                      of.standard_normal(5, some_decision, occasion),
                      of.unit_mean_gamma(0.7, 5, some_decision, occasion),
                      of.unit_mean_gamma(2.5, 5, some_decision, occasion)};
  };
  const auto first = draws(luck, 1);
  const auto other = draws(luck, 2);
  EXPECT_EQ(draws(luck, 1), first);
  EXPECT_EQ(draws(again, 1), first);
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_NE(first[i], other[i]);
  }
}

TEST(Luck, treats_seed_zero_as_a_seed) {
  EXPECT_NE(Luck({0, 0}).uniform(0, some_decision, 0), Luck({1, 0}).uniform(0, some_decision, 0));
}

// Frozen, because a published result is repeated from its seed: if one of these moves, every number
// the product gives moves.
TEST(Luck, keeps_the_draws_it_has_always_given) {
  const Luck luck({20111115, 1});
  EXPECT_EQ(luck.uniform(2, some_decision, 3), 0x1.8eb85f19707a5p-1);
  EXPECT_EQ(luck.unit_exponential(2, some_decision, 3), 0x1.6164558875d7ep+0);
  EXPECT_EQ(luck.standard_normal(2, some_decision, 3), -0x1.3c8f2db962d43p+0);
  EXPECT_DOUBLE_EQ(luck.unit_mean_gamma(2.0, 2, some_decision, 3), 0x1.467d2f602edadp+0);
}

TEST(Luck, uniform_stays_inside_the_open_interval_and_keeps_its_last_bit) {
  const Luck luck({1, 1});
  for (std::uint32_t occasion = 0; occasion < 100'000; ++occasion) {
    const double u = luck.uniform(1, some_decision, occasion);
    ASSERT_GT(u, 0.0);
    ASSERT_LT(u, 1.0);
    ASSERT_EQ(1.0 - (1.0 - u), u);
  }
}

}  // namespace
}  // namespace stepdown
