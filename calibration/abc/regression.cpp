#include "calibration/abc/regression.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace stepdown {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// For summaries that say the same twice, as a share of their own variance.
constexpr double ridge = 1e-8;
// Points of equal weight for each coefficient.
constexpr double least_points = 3;
// A residual is made longer by at most 1 / sqrt of this.
constexpr double least_share_of_variance = 0.1;

/// The weights of the points, those nearer to what was observed counting for more.
VectorXd local_weights(const Population& population) {
  VectorXd weights(static_cast<Index>(population.points.size()));
  for (std::size_t i = 0; i < population.points.size(); ++i) {
    const double away =
        population.tolerance > 0 ? population.distances[i] / population.tolerance : 0;
    weights[static_cast<Index>(i)] = population.weights[i] * std::max(0.0, 1 - away * away);
  }
  const double sum = weights.sum();
  return sum > 0 ? VectorXd(weights / sum)
                 : VectorXd(Eigen::Map<const VectorXd>(population.weights.data(), weights.size()));
}

/// A column of ones, and for each summary its way from the observed one in standard deviations; a
/// summary that does not move has no column.
MatrixXd predictors_of(const Population& population, const std::vector<double>& observed,
                       const VectorXd& weights) {
  const auto rows = static_cast<Index>(population.points.size());
  MatrixXd predictors(rows, static_cast<Index>(observed.size()) + 1);
  predictors.col(0).setOnes();
  Index columns = 1;
  for (std::size_t s = 0; s < observed.size(); ++s) {
    VectorXd away(rows);
    for (Index i = 0; i < rows; ++i) {
      away[i] = population.summaries[static_cast<std::size_t>(i)][s] - observed[s];
    }
    const double mean = weights.dot(away);
    const double variance = weights.dot((away.array() - mean).square().matrix());
    if (variance > 0) {
      predictors.col(columns++) = away / std::sqrt(variance);
    }
  }
  return predictors.leftCols(columns);
}

/// By point: the share of a residual's variance that the fit has left to it.
VectorXd variance_left(const MatrixXd& predictors, const VectorXd& weights,
                       const MatrixXd& inverse) {
  const MatrixXd weighted = weights.asDiagonal() * predictors;
  const MatrixXd pulled = predictors * inverse;
  const MatrixXd squares = pulled * (weighted.transpose() * weighted);
  const VectorXd own_pull = weights.cwiseProduct(pulled.cwiseProduct(predictors).rowwise().sum());
  return (1 - 2 * own_pull.array() + squares.cwiseProduct(pulled).rowwise().sum().array()).matrix();
}

}  // namespace

Adjusted adjusted(const Population& population, const std::vector<double>& observed) {
  Adjusted result{{population.points, population.weights}, false};
  if (population.points.empty()) {
    return result;
  }
  const VectorXd weights = local_weights(population);
  result.weights.assign(weights.begin(), weights.end());
  const MatrixXd predictors = predictors_of(population, observed, weights);
  if (effective_sample_size(result.weights) <
      least_points * static_cast<double>(predictors.cols())) {
    return result;
  }
  MatrixXd moments = predictors.transpose() * weights.asDiagonal() * predictors;
  moments.diagonal().tail(predictors.cols() - 1).array() += ridge;
  const Eigen::LDLT<MatrixXd> solver(moments);
  const MatrixXd inverse = solver.solve(MatrixXd::Identity(predictors.cols(), predictors.cols()));
  const VectorXd lengthened = variance_left(predictors, weights, inverse)
                                  .cwiseMax(least_share_of_variance)
                                  .cwiseMin(1)
                                  .cwiseSqrt()
                                  .cwiseInverse();
  for (std::size_t k = 0; k < population.points.front().size(); ++k) {
    VectorXd values(predictors.rows());
    for (Index i = 0; i < values.size(); ++i) {
      values[i] = population.points[static_cast<std::size_t>(i)][k];
    }
    const VectorXd slopes = solver.solve(predictors.transpose() * weights.cwiseProduct(values));
    const VectorXd residuals = values - predictors * slopes;
    for (Index i = 0; i < values.size(); ++i) {
      result.points[static_cast<std::size_t>(i)][k] = slopes[0] + residuals[i] * lengthened[i];
    }
  }
  result.is_moved = true;
  return result;
}

}  // namespace stepdown
