#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "calibration/emulator/emulator.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

constexpr std::size_t folds = 5;
// A trend has two terms for each input, and a fifth of the points is left out in turn.
constexpr std::size_t fewest_points_for_each_input = 3;
constexpr double half_width_90 = 1.6449;
// A slope of the logarithm of a variance is held towards 0 as if so many points had shown none.
constexpr double ridge = 20;
constexpr double widest_log_variance = 2;
// Below this the variance of a few runs is luck that they were alike.
constexpr double least_variance = 1e-8;
constexpr double least_variance_factor = 0.05;

/// What the runs of each point came to on the scale of one measure.
struct OnScale {
  std::vector<std::size_t> points;  // those that have a value
  std::vector<double> means;
  std::vector<double> runs;       // how many the mean is of
  std::vector<double> variances;  // between runs, NaN of one run
};

OnScale on_scale(const TrainingSet& seen, std::size_t measure, std::size_t measures,
                 const MeasureScale& scale) {
  OnScale made;
  for (std::size_t i = 0; i < seen.points.size(); ++i) {
    std::vector<double> values;
    for (std::size_t run = 0; run * measures < seen.runs[i].size(); ++run) {
      const double value = seen.runs[i][run * measures + measure];
      if (!std::isnan(value)) {
        values.push_back(scale.on(value));
      }
    }
    if (values.empty()) {
      continue;
    }
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) {
      squares += (value - mean) * (value - mean);
    }
    made.points.push_back(i);
    made.means.push_back(mean);
    made.runs.push_back(n);
    made.variances.push_back(n > 1 ? squares / (n - 1) : std::nan(""));
  }
  return made;
}

/// The logarithm of the variance of runs as a linear function of the point, by least squares on the
/// logarithms of the variances seen, each lifted by what few runs make it too small.
std::vector<double> log_variance_of_runs(const Table& points, const OnScale& seen) {
  const auto d = static_cast<Eigen::Index>(points.columns) + 1;
  Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(d, d);
  Eigen::VectorXd right = Eigen::VectorXd::Zero(d);
  Eigen::VectorXd terms(d);
  for (std::size_t i = 0; i < points.rows; ++i) {
    if (std::isnan(seen.variances[i])) {
      continue;
    }
    const double half = (seen.runs[i] - 1) / 2;
    const double lift = std::log(half) - boost::math::digamma(half);
    terms(0) = 1;
    for (Eigen::Index k = 1; k < d; ++k) {
      terms(k) = points.at(i, static_cast<std::size_t>(k) - 1);
    }
    normal += terms * terms.transpose();
    right += (std::log(std::max(seen.variances[i], least_variance)) + lift) * terms;
  }
  normal.diagonal().tail(d - 1).array() += ridge;
  normal(0, 0) += 1e-9;
  const Eigen::VectorXd solved = normal.ldlt().solve(right);
  return {solved.data(), solved.data() + solved.size()};
}

NoisyValues part(const NoisyValues& whole, const std::function<bool(std::size_t)>& is_in) {
  NoisyValues made;
  std::vector<std::vector<double>> rows;
  for (std::size_t i = 0; i < whole.points.rows; ++i) {
    if (is_in(i)) {
      const auto row = whole.points.row(i);
      rows.emplace_back(row.begin(), row.end());
      made.values.push_back(whole.values[i]);
      made.noise_variances.push_back(whole.noise_variances[i]);
    }
  }
  made.points = Table(rows);
  return made;
}

/// What was thought of a point that was left out, and what its runs came to.
struct LeftOut {
  double value = 0;
  double noise_variance = 0;
  double mean = 0;
  double variance = 0;
};

std::vector<LeftOut> left_out_in_turn(const NoisyValues& seen, const Smoothness& smoothness,
                                      std::size_t subset) {
  std::vector<LeftOut> made;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const NoisyValues kept = part(seen, [&](std::size_t i) { return i % folds != fold; });
    const NoisyValues left = part(seen, [&](std::size_t i) { return i % folds == fold; });
    const Predicted predicted = GaussianProcess(kept, smoothness, subset).predict(left.points);
    for (std::size_t i = 0; i < left.values.size(); ++i) {
      made.push_back(
          {left.values[i], left.noise_variances[i], predicted.means[i], predicted.variances[i]});
    }
  }
  return made;
}

/// By how much variances were too small or too large, that of noise taken away.
double variance_factor(const std::vector<LeftOut>& left_out) {
  double sum = 0;
  for (const LeftOut& each : left_out) {
    sum += (std::pow(each.value - each.mean, 2) - each.noise_variance) / each.variance;
  }
  return std::max(sum / static_cast<double>(left_out.size()), least_variance_factor);
}

EmulatorQuality quality_of(const std::vector<LeftOut>& left_out, double variance_factor) {
  const auto n = static_cast<double>(left_out.size());
  double centre = 0;
  for (const LeftOut& each : left_out) {
    centre += each.value / n;
  }
  double errors = 0;
  double in_all = 0;
  std::size_t covered = 0;
  for (const LeftOut& each : left_out) {
    const double error = each.value - each.mean;
    errors += error * error - each.noise_variance;
    in_all += std::pow(each.value - centre, 2) - each.noise_variance;
    const double sd = std::sqrt(each.variance * variance_factor + each.noise_variance);
    covered += std::abs(error) <= half_width_90 * sd ? 1 : 0;
  }
  return {.explained = 1 - errors / std::max(in_all, least_variance),
          .error = std::sqrt(std::max(errors / n, 0.0)),
          .coverage_90 = static_cast<double>(covered) / n};
}

MeasureEmulator learnt(const EmulatedMeasure& measure, std::size_t column, std::size_t columns,
                       const TrainingSet& seen, std::size_t subset) {
  const MeasureScale scale = MeasureScale::of(run_measures()[measure.column]);
  const OnScale values = on_scale(seen, column, columns, scale);
  const std::size_t inputs = seen.points.empty() ? 0 : seen.points.front().size();
  if (values.points.size() < fewest_points_for_each_input * (inputs + 1)) {
    throw std::runtime_error(
        "`" + measure.name + "` has a value at " + std::to_string(values.points.size()) + " of " +
        std::to_string(seen.points.size()) + " points, too few to learn it from");
  }
  NoisyValues noisy;
  std::vector<std::vector<double>> rows;
  for (const std::size_t i : values.points) {
    rows.push_back(seen.points[i]);
  }
  noisy.points = Table(rows);
  noisy.values = values.means;
  const std::vector<double> log_variance = log_variance_of_runs(noisy.points, values);
  const double middle = log_variance.front();
  for (std::size_t i = 0; i < noisy.points.rows; ++i) {
    double at = middle;
    for (std::size_t k = 0; k < noisy.points.columns; ++k) {
      at += log_variance[k + 1] * noisy.points.at(i, k);
    }
    at = std::clamp(at, middle - widest_log_variance, middle + widest_log_variance);
    noisy.noise_variances.push_back(std::exp(at) / values.runs[i]);
  }

  const Smoothness smoothness = GaussianProcess::most_likely_smoothness(noisy, subset);
  const std::vector<LeftOut> left_out = left_out_in_turn(noisy, smoothness, subset);
  const double factor = variance_factor(left_out);
  const EmulatorQuality quality = quality_of(left_out, factor);
  GaussianProcess mean(noisy, smoothness, subset, factor);
  return {measure.name,
          scale,
          std::move(mean),
          noisy.noise_variances,
          log_variance,
          middle - widest_log_variance,
          middle + widest_log_variance,
          quality,
          measure.discrepancy};
}

}  // namespace

Emulator learn_emulator(const InputSpace& space, const EmulatorPlan& plan, const TrainingSet& seen,
                        const EmulatorEffort& effort,
                        const std::function<void(const MeasureEmulator&)>& told) {
  std::vector<std::optional<MeasureEmulator>> made(plan.measures.size());
  std::mutex telling;
  for_each_in_parallel(made.size(), effort.threads, [&](std::size_t m) {
    made[m] = learnt(plan.measures[m], m, made.size(), seen, effort.subset);
    const std::lock_guard lock(telling);
    told(*made[m]);
  });
  std::vector<MeasureEmulator> measures;
  for (std::optional<MeasureEmulator>& each : made) {
    measures.push_back(std::move(*each));
  }
  return {space.inputs(), space.children(), std::move(measures)};
}

}  // namespace stepdown
