#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace stepdown {

/// How much better a policy is than the baseline at values of an uncertain effect: at each value a
/// number for each run, NaN where the run has none. Runs of the same number have the same luck.
struct BenefitAt {
  double value = 0;
  std::vector<double> of_runs;
};

/// What is sure of the benefit at one value: its mean, the interval that all values have together,
/// and the sign if the interval leaves no doubt (0 if it does, or if every run is exactly the
/// same).
struct SureBenefit {
  double value = 0;
  std::size_t runs = 0;
  double mean = 0;
  double low = 0;
  double high = 0;
  int sign = 0;
  bool is_the_same = false;  // exactly 0 in every run
};

/// `the_same`: exactly so at every value. `too_close`: the sign is sure nowhere. `always_better`,
/// `always_worse`: sure of one sign and never doubtful. `once`: one change of sign. `one_sign`:
/// sure of one sign only, and doubtful elsewhere in the range. `several`: sure signs change more
/// than once.
enum class BreakEvenAnswer : unsigned char {
  the_same,
  too_close,
  always_better,
  always_worse,
  once,
  one_sign,
  several
};

/// The value at which the better of two policies becomes the worse one.
struct BreakEven {
  BreakEvenAnswer answer = BreakEvenAnswer::too_close;
  std::vector<SureBenefit> points;  // by value
  bool is_better_above = true;      // of `once` and `one_sign`: on which side the policy pays
  double value = 0;                 // of `once`
  double low = 0;                   // its 95% interval, within the values that were tried
  double high = 0;
  /// The two neighbouring sure values between which the sign changes, for each change.
  std::vector<std::pair<double, double>> changes;
  /// The values between which the sign is not known; empty where there is no such doubt.
  std::vector<std::pair<double, double>> in_doubt;
  /// The values between which the two are exactly the same in every run.
  std::vector<std::pair<double, double>> the_same;
};

/// The break-even by the benefits at several values. Signs are judged first, at 95% for all values
/// together, so that a second change of sign is told and not averaged away; where there is one, the
/// means are made monotone (least squares by pooling adjacent violators, Barlow and others 1972)
/// and the place where they are 0 is read off between neighbours. Its interval is that of 1,000
/// resamples of the runs.
BreakEven break_even(std::vector<BenefitAt> benefits, std::uint64_t key);

/// Where to try more: values strictly between the neighbours of the change of sign, or between
/// those of the (first) doubt, where nothing is in doubt any more, evenly spaced; none where the
/// answer is the same everywhere or the signs change often.
std::vector<double> values_to_refine(const BreakEven& found, std::size_t count);

}  // namespace stepdown
