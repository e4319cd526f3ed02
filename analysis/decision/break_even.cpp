#include "analysis/decision/break_even.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/sampling/keyed_numbers.h"
#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double confidence = 0.95;
constexpr std::uint32_t resamples = 1000;

SureBenefit sure_benefit(const BenefitAt& at, std::size_t values) {
  const Summary summary = summarise(at.of_runs);
  SureBenefit sure{at.value, summary.runs, summary.mean, summary.mean, summary.mean, 0, false};
  sure.is_the_same = summary.mean == 0 && !(summary.deviation > 0);
  if (summary.runs < 2) {
    return sure;
  }
  const double of_each = 1 - (1 - confidence) / static_cast<double>(values);
  const double half = half_width_of_mean(summary.deviation, summary.runs, of_each);
  sure.low = summary.mean - half;
  sure.high = summary.mean + half;
  sure.sign = sure.low > 0 ? 1 : sure.high < 0 ? -1 : 0;
  return sure;
}

// Least squares among sequences that never fall.
std::vector<double> never_falling(std::span<const double> means, std::span<const double> weights) {
  struct Pool {
    double mean;
    double weight;
    std::size_t size;
  };
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < means.size(); ++i) {
    pools.push_back({means[i], weights[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean >= pools.back().mean) {
      const Pool last = pools.back();
      pools.pop_back();
      Pool& pool = pools.back();
      const double weight = pool.weight + last.weight;
      pool.mean = (pool.mean * pool.weight + last.mean * last.weight) / weight;
      pool.weight = weight;
      pool.size += last.size;
    }
  }
  std::vector<double> fitted;
  for (const Pool& pool : pools) {
    fitted.insert(fitted.end(), pool.size, pool.mean);
  }
  return fitted;
}

class Curve {
 public:
  Curve(std::span<const BenefitAt> benefits, bool is_rising)
      : benefits_(benefits), sign_(is_rising ? 1.0 : -1.0) {
    for (const BenefitAt& at : benefits) {
      runs_ = std::max(runs_, at.of_runs.size());
    }
  }

  double root() const {
    return root_with([](std::size_t run) { return run; });
  }

  // Runs are drawn together for all values: what they share by their luck stays shared.
  double resampled_root(const KeyedNumbers& numbers, std::uint32_t number) const {
    return root_with([&](std::size_t run) {
      return numbers.index(runs_, number, static_cast<std::uint32_t>(run));
    });
  }

 private:
  template <class Chosen>
  double root_with(const Chosen& chosen) const {
    std::vector<double> values;
    std::vector<double> means;
    std::vector<double> weights;
    for (const BenefitAt& at : benefits_) {
      double sum = 0;
      double count = 0;
      for (std::size_t run = 0; run < runs_; ++run) {
        const std::size_t taken = chosen(run);
        if (taken < at.of_runs.size() && !std::isnan(at.of_runs[taken])) {
          sum += at.of_runs[taken];
          ++count;
        }
      }
      if (count > 0) {
        values.push_back(at.value);
        means.push_back(sign_ * sum / count);
        weights.push_back(count);
      }
    }
    return zero_of(values, never_falling(means, weights));
  }

  static double zero_of(std::span<const double> values, std::span<const double> rising) {
    if (rising.front() >= 0) {
      return values.front();
    }
    for (std::size_t i = 1; i < rising.size(); ++i) {
      if (rising[i] >= 0) {
        const double share = -rising[i - 1] / (rising[i] - rising[i - 1]);
        return values[i - 1] + share * (values[i] - values[i - 1]);
      }
    }
    return values.back();
  }

  std::span<const BenefitAt> benefits_;
  double sign_;
  std::size_t runs_ = 0;
};

bool is_in_doubt(const SureBenefit& point) { return point.sign == 0 && !point.is_the_same; }

/// The first and the last value of each stretch of points of which this is so.
template <class IsSo>
std::vector<std::pair<double, double>> stretches(const std::vector<SureBenefit>& points,
                                                 const IsSo& is_so) {
  std::vector<std::pair<double, double>> found;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_so(points[i])) {
      continue;
    }
    const std::size_t first = i;
    while (i + 1 < points.size() && is_so(points[i + 1])) {
      ++i;
    }
    found.emplace_back(points[first].value, points[i].value);
  }
  return found;
}

/// The first doubt, out to its neighbours of which nothing is in doubt.
std::pair<double, double> around_doubt(const BreakEven& found) {
  std::pair<double, double> within = found.in_doubt.front();
  for (const SureBenefit& point : found.points) {
    if (point.value < found.in_doubt.front().first) {
      within.first = point.value;
    }
    if (point.value > found.in_doubt.front().second) {
      within.second = point.value;
      break;
    }
  }
  return within;
}

void find_changes(BreakEven& found) {
  std::optional<SureBenefit> before;
  for (const SureBenefit& point : found.points) {
    if (point.sign != 0) {
      if (before && before->sign != point.sign) {
        found.changes.emplace_back(before->value, point.value);
      }
      before = point;
    }
  }
}

void find_value(BreakEven& found, std::span<const BenefitAt> benefits, std::uint64_t key) {
  const Curve curve(benefits, found.is_better_above);
  const KeyedNumbers numbers(key);
  std::vector<double> roots;
  for (std::uint32_t number = 0; number < resamples; ++number) {
    roots.push_back(curve.resampled_root(numbers, number));
  }
  std::ranges::sort(roots);
  found.value = curve.root();
  found.low = std::min(found.value, quantile(roots, (1 - confidence) / 2));
  found.high = std::max(found.value, quantile(roots, (1 + confidence) / 2));
}

}  // namespace

BreakEven break_even(std::vector<BenefitAt> benefits, std::uint64_t key) {
  expects(benefits.size() >= 2, "a break-even lies between two values");
  std::ranges::stable_sort(benefits, {}, &BenefitAt::value);
  BreakEven found;
  for (const BenefitAt& at : benefits) {
    found.points.push_back(sure_benefit(at, benefits.size()));
  }
  found.in_doubt = stretches(found.points, is_in_doubt);
  found.the_same =
      stretches(found.points, [](const SureBenefit& point) { return point.is_the_same; });
  find_changes(found);
  const auto first_sure =
      std::ranges::find_if(found.points, [](const SureBenefit& point) { return point.sign != 0; });
  if (first_sure == found.points.end()) {
    found.answer = found.in_doubt.empty() ? BreakEvenAnswer::the_same : BreakEvenAnswer::too_close;
    return found;
  }
  if (found.changes.size() > 1) {
    found.answer = BreakEvenAnswer::several;
  } else if (found.changes.size() == 1) {
    found.answer = BreakEvenAnswer::once;
    found.is_better_above = first_sure->sign < 0;
    find_value(found, benefits, key);
  } else if (found.in_doubt.empty() && found.the_same.empty()) {
    found.answer =
        first_sure->sign > 0 ? BreakEvenAnswer::always_better : BreakEvenAnswer::always_worse;
  } else {
    found.answer = BreakEvenAnswer::one_sign;
    // Doubt at the beginning of the range and not at its end: sure above.
    const bool is_sure_above = found.points.back().sign != 0;
    found.is_better_above = is_sure_above == (first_sure->sign > 0);
  }
  return found;
}

std::vector<double> values_to_refine(const BreakEven& found, std::size_t count) {
  std::pair<double, double> within;
  if (found.answer == BreakEvenAnswer::once) {
    within = found.changes.front();
  } else if (found.answer == BreakEvenAnswer::one_sign && !found.in_doubt.empty()) {
    within = around_doubt(found);
  } else {
    return {};
  }
  std::vector<double> values;
  for (std::size_t i = 1; i <= count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count + 1);
    const double value = within.first + share * (within.second - within.first);
    const bool is_new = std::ranges::none_of(
        found.points, [&](const SureBenefit& point) { return point.value == value; });
    if (is_new) {
      values.push_back(value);
    }
  }
  return values;
}

}  // namespace stepdown
