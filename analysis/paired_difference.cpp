#include "analysis/paired_difference.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "model/contract.h"

namespace stepdown {
namespace {

// Sums of the same times in another order differ in their last bits.
constexpr double last_bits = 1e-12;

}  // namespace

Verdict verdict_on_runs(std::size_t higher, std::size_t lower, std::size_t runs,
                        std::size_t missing) {
  // In whole numbers: nine of ten is enough, whatever 0.9 rounds to.
  const auto enough_agree = [runs](std::size_t agree) { return 10 * agree >= 9 * runs; };
  if (runs == 0) {
    return Verdict::no_pairs;
  }
  if (missing > runs) {
    return Verdict::too_few_runs;
  }
  if (higher + lower == 0) {
    return Verdict::the_same;
  }
  if (runs < least_runs_for_a_verdict) {
    return Verdict::too_few_runs;
  }
  if (enough_agree(higher)) {
    return Verdict::higher;
  }
  return enough_agree(lower) ? Verdict::lower : Verdict::too_close_to_call;
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_pairs:
      return "no_pairs";
    case Verdict::not_comparable:
      return "not_comparable";
    case Verdict::the_same:
      return "the_same";
    case Verdict::too_few_runs:
      return "too_few_runs";
    case Verdict::too_close_to_call:
      return "too_close_to_call";
    case Verdict::higher:
      return "higher";
    case Verdict::lower:
      return "lower";
  }
  broken("a verdict has a name");
}

std::string verdict_in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_pairs:
      return "-";
    case Verdict::not_comparable:
      return "not comparable";
    case Verdict::the_same:
      return "the same";
    case Verdict::too_few_runs:
      return "too few runs to tell";
    case Verdict::too_close_to_call:
      return "too close to call";
    case Verdict::higher:
      return "higher";
    case Verdict::lower:
      return "lower";
  }
  broken("a verdict has words");
}

double difference_of_run(double baseline, double scenario) {
  const double difference = scenario - baseline;
  const double most = std::max(std::abs(scenario), std::abs(baseline));
  return std::abs(difference) <= last_bits * most ? 0.0 : difference;
}

std::vector<double> differences_by_run(std::span<const double> baseline,
                                       std::span<const double> scenario) {
  expects(baseline.size() == scenario.size(), "paired values are of the same runs");
  std::vector<double> differences;
  differences.reserve(baseline.size());
  std::ranges::transform(baseline, scenario, std::back_inserter(differences), difference_of_run);
  return differences;
}

PairedDifference paired_difference(std::span<const double> baseline,
                                   std::span<const double> scenario) {
  const std::vector<double> differences = differences_by_run(baseline, scenario);
  PairedDifference difference;
  difference.over_runs = summarise(differences);
  for (const double d : differences) {
    difference.higher += d > 0 ? 1 : 0;
    difference.lower += d < 0 ? 1 : 0;
    difference.equal += d == 0 ? 1 : 0;
  }
  difference.verdict = verdict_on_runs(difference.higher, difference.lower, difference.pairs(),
                                       difference.over_runs.missing);
  return difference;
}

}  // namespace stepdown
