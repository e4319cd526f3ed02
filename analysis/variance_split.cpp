#include "analysis/variance_split.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace stepdown {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double normal_90 = 2 * 1.6448536269514722;  // between the 5th and the 95th percentile

using Rows = std::vector<std::vector<double>>;

/// Runs that have a value in every draw: only of them is it known what they have in common.
Rows complete_runs(std::span<const std::vector<double>> by_draw) {
  Rows kept(by_draw.size());
  const std::size_t runs =
      by_draw.empty() ? 0 : std::ranges::min(by_draw, {}, &std::vector<double>::size).size();
  for (std::size_t run = 0; run < runs; ++run) {
    if (std::ranges::all_of(by_draw, [run](const auto& draw) { return !std::isnan(draw[run]); })) {
      for (std::size_t draw = 0; draw < by_draw.size(); ++draw) {
        kept[draw].push_back(by_draw[draw][run]);
      }
    }
  }
  return kept;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sum_of_squares(const std::vector<double>& values, double around) {
  return std::accumulate(values.begin(), values.end(), 0.0, [around](double sum, double value) {
    return sum + (value - around) * (value - around);
  });
}

std::vector<double> means_of_runs(const Rows& rows) {
  std::vector<double> means(rows.front().size());
  for (std::size_t run = 0; run < means.size(); ++run) {
    for (const std::vector<double>& row : rows) {
      means[run] += row[run] / static_cast<double>(rows.size());
    }
  }
  return means;
}

/// What is left of each value once its draw and its run are taken off.
double squares_of_rest(const Rows& rows, const std::vector<double>& of_draws,
                       const std::vector<double>& of_runs, double mean) {
  double sum = 0;
  for (std::size_t draw = 0; draw < rows.size(); ++draw) {
    for (std::size_t run = 0; run < of_runs.size(); ++run) {
      const double rest = rows[draw][run] - of_draws[draw] - of_runs[run] + mean;
      sum += rest * rest;
    }
  }
  return sum;
}

}  // namespace

bool VarianceSplit::is_known() const { return !std::isnan(luck) && !std::isnan(not_knowing); }

double VarianceSplit::share_of_not_knowing() const {
  const double all = luck + not_knowing;
  return all > 0 ? not_knowing / all : nothing;
}

double VarianceSplit::width_of_luck() const { return normal_90 * std::sqrt(luck); }

double VarianceSplit::width_of_not_knowing() const { return normal_90 * std::sqrt(not_knowing); }

VarianceSplit variance_split(std::span<const std::vector<double>> by_draw) {
  const Rows rows = complete_runs(by_draw);
  VarianceSplit split;
  split.draws = rows.size();
  split.runs = rows.empty() ? 0 : rows.front().size();
  split.mean = split.luck = split.not_knowing = nothing;
  if (split.runs == 0) {
    return split;
  }
  std::vector<double> of_draws;
  std::ranges::transform(rows, std::back_inserter(of_draws), mean_of);
  split.mean = mean_of(of_draws);
  if (split.runs < 2) {
    return split;
  }
  const auto draws = static_cast<double>(split.draws);
  const auto runs = static_cast<double>(split.runs);
  double within = 0;
  for (std::size_t draw = 0; draw < rows.size(); ++draw) {
    within += sum_of_squares(rows[draw], of_draws[draw]);
  }
  split.luck = within / (draws * (runs - 1));
  if (split.draws >= 2) {
    const double between = sum_of_squares(of_draws, split.mean) / (draws - 1);
    const double rest = squares_of_rest(rows, of_draws, means_of_runs(rows), split.mean) /
                        ((draws - 1) * (runs - 1));
    split.not_knowing = std::max(0.0, between - rest / runs);
  }
  return split;
}

}  // namespace stepdown
