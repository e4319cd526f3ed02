#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stepdown {

/// What knowing something before the decision would gain on average, with its 95% interval; in the
/// unit of what is decided on.
struct WorthOfKnowing {
  double worth = 0;
  double low = 0;
  double high = 0;
};

/// Of knowing everything: the mean of the best option's benefit in each draw less the benefit of
/// the option that is best on average (EVPI). `benefits` has a row for each option and a column for
/// each draw of all that is unknown.
WorthOfKnowing worth_of_knowing_all(std::span<const std::vector<double>> benefits);

/// How much better an option is than the first at points of what is not known, and how far
/// `inputs` (a row for each input, a column for each point) explain it. For one input a natural
/// cubic spline, for several the sum of splines and of the products of pairs; how bent they may be
/// is chosen by generalised cross-validation (Craven and Wahba 1979), alike for all.
class ExplainedBenefit {
 public:
  ExplainedBenefit(std::span<const std::vector<double>> inputs, std::span<const double> benefit);

  /// At the points, without what the inputs do not explain.
  const std::vector<double>& fitted() const { return fitted_; }
  /// The fitted values as they could have come out as well, by the normal distribution of the
  /// coefficients.
  std::vector<double> other_draw(std::uint64_t key, std::uint32_t number) const;

 private:
  std::vector<double> fitted_;
  std::vector<std::vector<double>> directions_;  // orthonormal columns that the fit spans
  double residual_deviation_ = 0;
};

/// Of knowing the given inputs alone (EVPPI): the benefit is regressed on them (Strong, Oakley and
/// Brennan 2014), so that luck and the other inputs count for nothing. The maximum of fitted values
/// is too large on average by what the fit itself does not know; that much, found by drawing the
/// coefficients again, is taken off. `benefits` are of the options beyond the first, over the
/// first.
WorthOfKnowing worth_of_knowing(std::span<const std::vector<double>> inputs,
                                std::span<const std::vector<double>> benefits, std::uint64_t key);

}  // namespace stepdown
