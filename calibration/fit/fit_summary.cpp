#include "calibration/fit/fit_summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/summary.h"
#include "calibration/measure_scale.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model, should both be given one seed.
constexpr auto noise_of_a_year = static_cast<Decision>(248);
// For each run so many years are thought of.
constexpr std::uint32_t years_of_each_run = 20;
constexpr double low_share = 0.05;
constexpr double high_share = 0.95;
// Correlations of unrelated numbers over n draws are within 4 / sqrt(n) in 99.99% of pairs; weaker
// ones than this are no concern either.
constexpr double beyond_chance = 4;
constexpr double worth_telling = 0.5;
constexpr std::size_t most_told = 12;
// Draws nearer to one another than this are all the same, but for rounding.
constexpr double least_spread = 1e-9;

double quantile_of(std::vector<double>& values, double share) {
  std::ranges::sort(values);
  return quantile(values, share);
}

std::vector<double> coordinates(const LocalFit& fit, std::size_t number) {
  std::vector<double> made;
  std::ranges::transform(fit.draws, std::back_inserter(made),
                         [number](const Point& draw) { return draw[number]; });
  return made;
}

struct Moments {
  double mean = 0;
  double sd = 0;
};

Moments moments_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Moments made;
  for (const double value : values) {
    made.mean += value / n;
  }
  double squares = 0;
  for (const double value : values) {
    squares += (value - made.mean) * (value - made.mean);
  }
  made.sd = std::sqrt(squares / std::max(n - 1, 1.0));
  return made;
}

double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const Moments of_a = moments_of(a);
  const Moments of_b = moments_of(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += (a[i] - of_a.mean) * (b[i] - of_b.mean);
  }
  if (std::min(of_a.sd, of_b.sd) < least_spread) {
    return 0;
  }
  return sum / (of_a.sd * of_b.sd * static_cast<double>(a.size() - 1));
}

}  // namespace

double PredictedTarget::observed() const {
  return std::isnan(target.observed) ? target.value : target.observed;
}

std::vector<PredictedTarget> predicted_targets(const LocalFit& fit, std::uint64_t seed) {
  std::vector<PredictedTarget> made;
  const Luck luck({seed, 0});
  for (std::size_t t = 0; t < fit.targets.size(); ++t) {
    const Target& target = fit.targets[t];
    const MeasureScale scale = MeasureScale::of(run_measures()[target.column]);
    // Where nothing is known of single years, a figure is as uncertain as it is to fit to.
    const double sd = scale.sd_on(target.value, target.noise > 0 ? target.noise : target.error);
    std::vector<double> levels;
    std::vector<double> years;
    for (std::size_t run = 0; run < fit.fitted.size(); ++run) {
      const double level = fit.fitted[run][t];
      if (std::isnan(level)) {
        continue;
      }
      levels.push_back(level);
      for (std::uint32_t year = 0; year < years_of_each_run; ++year) {
        const double z = luck.standard_normal(static_cast<std::uint32_t>(run), noise_of_a_year,
                                              year * 1000 + static_cast<std::uint32_t>(t));
        years.push_back(scale.from(scale.on(level) + sd * z));
      }
    }
    if (levels.empty()) {
      made.push_back(
          {target, std::nan(""), std::nan(""), std::nan(""), std::nan(""), std::nan("")});
      continue;
    }
    made.push_back({target, quantile_of(years, low_share), quantile_of(years, 0.5),
                    quantile_of(years, high_share), quantile_of(levels, low_share),
                    quantile_of(levels, high_share)});
  }
  return made;
}

std::vector<LearntNumber> learnt_numbers(const LocalFit& fit, const AuthoritySpace& space) {
  std::vector<LearntNumber> made;
  for (std::size_t i = 0; i < space.size(); ++i) {
    std::vector<double> at = coordinates(fit, i);
    LearntNumber number;
    number.parameter = space.free(i).number.parameter;
    number.base = space.value(i, 0);
    number.sd_left = moments_of(at).sd;
    number.low = space.value(i, quantile_of(at, low_share));
    number.middle = space.value(i, quantile_of(at, 0.5));
    number.high = space.value(i, quantile_of(at, high_share));
    made.push_back(number);
  }
  return made;
}

std::vector<TiedNumbers> tied_numbers(const LocalFit& fit, const AuthoritySpace& space) {
  std::vector<std::vector<double>> at;
  for (std::size_t i = 0; i < space.size(); ++i) {
    at.push_back(coordinates(fit, i));
  }
  const double least =
      std::max(worth_telling, beyond_chance / std::sqrt(static_cast<double>(fit.draws.size())));
  std::vector<TiedNumbers> made;
  for (std::size_t i = 0; i < at.size(); ++i) {
    for (std::size_t k = i + 1; k < at.size(); ++k) {
      const double correlation = correlation_of(at[i], at[k]);
      if (std::abs(correlation) >= least) {
        made.push_back(
            {space.free(i).number.parameter, space.free(k).number.parameter, correlation});
      }
    }
  }
  std::ranges::stable_sort(made, std::ranges::greater(),
                           [](const TiedNumbers& each) { return std::abs(each.correlation); });
  made.resize(std::min(made.size(), most_told));
  return made;
}

std::vector<double> middle_of(const LocalFit& fit, const AuthoritySpace& space) {
  std::vector<double> made;
  for (std::size_t i = 0; i < space.size(); ++i) {
    std::vector<double> at = coordinates(fit, i);
    made.push_back(space.value(i, quantile_of(at, 0.5)));
  }
  return made;
}

}  // namespace stepdown
