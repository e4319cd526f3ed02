#include "calibration/abc/proposal_kernel.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace stepdown {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Of the variance of a number so much at least has to be its own, and not that of the others.
constexpr double least_own_share = 1e-10;
constexpr double least_variance = 1e-300;

Eigen::Map<const VectorXd> seen(const std::vector<double>& numbers) {
  return {numbers.data(), static_cast<Index>(numbers.size())};
}

VectorXd mean_of(const WeightedPoints& of) {
  VectorXd mean = VectorXd::Zero(static_cast<Index>(of.points.front().size()));
  for (std::size_t i = 0; i < of.points.size(); ++i) {
    mean += of.weights[i] * seen(of.points[i]);
  }
  return mean;
}

MatrixXd covariance_of(const WeightedPoints& of, const VectorXd& mean) {
  MatrixXd covariance = MatrixXd::Zero(mean.size(), mean.size());
  for (std::size_t i = 0; i < of.points.size(); ++i) {
    const VectorXd away = seen(of.points[i]) - mean;
    covariance += of.weights[i] * away * away.transpose();
  }
  const double squares = seen(of.weights).squaredNorm();
  return squares < 1 ? MatrixXd(covariance / (1 - squares)) : covariance;
}

// The Cholesky root, with as little of a ridge as it takes: points on a line or all in one place
// have none of their own.
MatrixXd root_of(const MatrixXd& covariance) {
  if (!covariance.allFinite()) {
    throw std::invalid_argument("the points to propose around are not finite numbers");
  }
  const Index width = covariance.rows();
  const double mean_variance =
      std::max(covariance.trace() / static_cast<double>(width), least_variance);
  const VectorXd variances =
      covariance.diagonal().unaryExpr([&](double own) { return own > 0 ? own : mean_variance; });
  MatrixXd tried = covariance;
  for (double ridge = least_own_share;; ridge *= 10) {
    const Eigen::LLT<MatrixXd> found(tried);
    if (found.info() == Eigen::Success) {
      MatrixXd root = found.matrixL();
      if ((root.diagonal().cwiseAbs2().array() >= least_own_share * variances.array()).all()) {
        return root;
      }
    }
    tried = covariance + ridge * MatrixXd(variances.asDiagonal());
  }
}

}  // namespace

double usual_locality(std::size_t dimensions) {
  return std::min(1.0, 4 / static_cast<double>(dimensions));
}

ProposalKernel::ProposalKernel(const WeightedPoints& around, double locality)
    : points_(around.points) {
  if (points_.empty() || points_.front().empty() || points_.size() != around.weights.size()) {
    throw std::invalid_argument("proposals need points to set out from, each with a weight");
  }
  width_ = points_.front().size();
  const VectorXd mean = mean_of(around);
  const MatrixXd root = root_of((1 + locality) * covariance_of(around, mean));
  root_.assign(root.data(), root.data() + root.size());
  double up_to = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    up_to += around.weights[i];
    weights_up_to_.push_back(up_to);
    log_weights_.push_back(std::log(around.weights[i]));
    for (std::size_t k = 0; k < width_; ++k) {
      const double centre = mean[static_cast<Index>(k)];
      points_[i][k] = centre + std::sqrt(locality) * (points_[i][k] - centre);
    }
    const std::vector<double> place = whitened(points_[i]);
    whitened_.insert(whitened_.end(), place.begin(), place.end());
  }
  log_factor_ = -root.diagonal().array().log().sum() -
                static_cast<double>(width_) / 2 * std::log(2 * std::numbers::pi);
}

std::vector<double> ProposalKernel::whitened(const Point& point) const {
  const auto width = static_cast<Index>(width_);
  const Eigen::Map<const MatrixXd> root(root_.data(), width, width);
  const VectorXd place = root.triangularView<Eigen::Lower>().solve(seen(point));
  return {place.begin(), place.end()};
}

Point ProposalKernel::draw(const PointLuck& luck) const {
  const double mark = luck.uniform(0) * weights_up_to_.back();
  const auto found = std::ranges::lower_bound(weights_up_to_, mark);
  Point point = points_[static_cast<std::size_t>(found - weights_up_to_.begin())];
  for (std::size_t column = 0; column < width_; ++column) {
    const double step = luck.normal(static_cast<std::uint32_t>(column));
    for (std::size_t row = column; row < width_; ++row) {
      point[row] += root_[column * width_ + row] * step;
    }
  }
  return point;
}

double ProposalKernel::log_density(const Point& point) const {
  const std::vector<double> place = whitened(point);
  std::vector<double> terms(points_.size());
  for (std::size_t i = 0; i < points_.size(); ++i) {
    double squares = 0;
    for (std::size_t k = 0; k < width_; ++k) {
      const double away = place[k] - whitened_[i * width_ + k];
      squares += away * away;
    }
    terms[i] = log_weights_[i] - squares / 2;
  }
  const double largest = *std::ranges::max_element(terms);
  double sum = 0;
  for (const double term : terms) {
    sum += std::exp(term - largest);
  }
  return log_factor_ + largest + std::log(sum) - std::log(weights_up_to_.back());
}

}  // namespace stepdown
