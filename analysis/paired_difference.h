#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/summary.h"

namespace stepdown {

/// What the runs together say of a difference. `the_same`: exactly 0 in every run.
/// `too_few_runs`: some differ, and fewer than `least_runs_for_a_verdict` have both values, or
/// fewer than have not; the latter also where none differs. `too_close_to_call`: fewer than 90% of
/// runs agree in sign. `no_pairs`: no run has both values. `not_comparable`: the same name means
/// something else in one of the two.
enum class Verdict : std::uint8_t {
  no_pairs,
  not_comparable,
  the_same,
  too_few_runs,
  too_close_to_call,
  higher,
  lower
};

/// By luck alone nine of ten runs agree once in fifty times, five of five once in sixteen.
inline constexpr std::size_t least_runs_for_a_verdict = 10;

/// Of so many runs with a difference, of which some are higher and some lower, and so many without.
Verdict verdict_on_runs(std::size_t higher, std::size_t lower, std::size_t runs,
                        std::size_t missing);

/// "too_close_to_call"
std::string_view name_of(Verdict verdict);
/// "too close to call"
std::string verdict_in_words(Verdict verdict);

/// How a scenario differs from a baseline, run by run with the same luck. `over_runs` summarises
/// the differences; pairs of which one value does not exist are left out and counted as missing.
struct PairedDifference {
  Summary over_runs;
  std::size_t higher = 0;
  std::size_t lower = 0;
  std::size_t equal = 0;
  Verdict verdict = Verdict::no_pairs;

  std::size_t pairs() const { return over_runs.runs; }
  bool is_mostly_missing() const { return over_runs.missing > over_runs.runs; }
  double share_higher() const { return static_cast<double>(higher) / static_cast<double>(pairs()); }
};

/// Of two values of the same run: by how much the scenario is more. What comes of adding the same
/// numbers in another order is no difference.
double difference_of_run(double baseline, double scenario);
/// The same of the values of the same runs, in the same order.
std::vector<double> differences_by_run(std::span<const double> baseline,
                                       std::span<const double> scenario);

/// The same values, summarised.
PairedDifference paired_difference(std::span<const double> baseline,
                                   std::span<const double> scenario);

}  // namespace stepdown
