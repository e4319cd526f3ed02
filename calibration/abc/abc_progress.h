#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// Why a sampler ended.
enum class AbcEnd : unsigned char {
  budget_spent,
  acceptance_too_low,
  tolerance_stands,
  tolerance_reached,
  generations_done,
  asked_to_stop,
};

/// The same as the rest of a sentence that begins with "it ended because".
std::string_view words_of(AbcEnd end);

/// How one generation went.
struct AbcGeneration {
  double tolerance = 0;
  double acceptance = 0;  // accepted by simulated, failed ones included
  double effective_sample_size = 0;
  std::size_t accepted = 0;
  std::size_t simulations = 0;    // spent in it
  std::size_t failed = 0;         // calls that gave nothing
  std::size_t outside_prior = 0;  // proposals that cost no simulation
  std::string first_failure;      // why the first of the failed ones gave nothing
  bool is_whole = true;           // or cut short by the end of the search
  bool is_kept = false;           // its population took the place of the last one
};

/// How far a sampler has come; the generation under way comes last in `history`. Simulations made
/// ahead of their turn count here, and in a result only if their turn came.
struct AbcProgress {
  const std::vector<AbcGeneration>& history;
  std::size_t wanted = 0;  // to be accepted in the generation under way
  std::size_t near = 0;    // accepted in it so far
  std::size_t simulations = 0;
  std::size_t budget = 0;
};

using AbcListener = std::function<void(const AbcProgress&)>;

}  // namespace stepdown
