#include "calibration/emulator/gaussian_process.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlopt.hpp>
#include <utility>

#include "model/contract.h"

namespace stepdown {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// A length is drawn towards this many standard deviations of the input, within a factor e.
constexpr double usual_length = 5;
constexpr double shortest_length = 0.5;
constexpr double longest_length = 60;
/// Where a search sets out, as shares of the spread of what is left of the values.
struct Start {
  double smooth;
  double rough;
};
constexpr std::array<Start, 3> starts = {{{1, 0.1}, {0.5, 0.5}, {0.2, 0.2}}};
constexpr double least_share = 1e-2;
constexpr double largest_share = 1e1;
constexpr int most_evaluations = 80;
constexpr double enough_gain = 1e-5;
// Keeps a covariance positive definite where two points are the same.
constexpr double least_noise_share = 1e-8;

Eigen::Map<const RowMajor> matrix(const Table& table) {
  return {table.values.data(), static_cast<Eigen::Index>(table.rows),
          static_cast<Eigen::Index>(table.columns)};
}

Eigen::Map<const Vector> vector(const std::vector<double>& values) {
  return {values.data(), static_cast<Eigen::Index>(values.size())};
}

std::vector<double> numbers(const Vector& values) {
  return {values.data(), values.data() + values.size()};
}

Matrix scaled(const Matrix& points, const std::vector<double>& lengths) {
  return points * vector(lengths).cwiseInverse().asDiagonal();
}

/// The kernel between two sets of scaled points, without its variance.
Matrix correlations(const Eigen::Ref<const Matrix>& a, const Eigen::Ref<const Matrix>& b) {
  Matrix exponents = a * b.transpose();
  exponents.colwise() -= 0.5 * a.rowwise().squaredNorm();
  exponents.rowwise() -= 0.5 * b.rowwise().squaredNorm().transpose();
  return exponents.array().min(0.0).exp().matrix();
}

Matrix trend_terms(const Matrix& points) {
  Matrix terms(points.rows(), 1 + 2 * points.cols());
  terms << Vector::Ones(points.rows()), points, points.array().square().matrix();
  return terms;
}

/// The covariance of noisy values.
Matrix covariance(const Matrix& points, const Smoothness& smoothness,
                  const Eigen::Ref<const Vector>& noise_variances) {
  const Matrix at = scaled(points, smoothness.lengths);
  const double variance = smoothness.sd * smoothness.sd;
  Matrix made = variance * correlations(at, at);
  made.diagonal() += noise_variances;
  made.diagonal().array() +=
      smoothness.extra_noise_sd * smoothness.extra_noise_sd + least_noise_share * variance;
  return made;
}

/// What is left of the values when their own trend is taken away, noise weighed.
Vector without_trend(const Matrix& points, const Vector& values, const Vector& noise_variances) {
  const Matrix terms = trend_terms(points);
  const double typical = noise_variances.mean() + 1e-12;
  const Vector weights = (noise_variances.array() + typical).rsqrt();
  const Matrix weighted = weights.asDiagonal() * terms;
  const Vector trend = weighted.colPivHouseholderQr().solve(weights.cwiseProduct(values));
  return values - terms * trend;
}

/// Minus the logarithm of the likelihood of values without trend, and its slopes: lengths, sd and
/// extra noise each on the logarithm.
class Unlikeliness {
 public:
  Unlikeliness(Matrix points, Vector values, Vector noise_variances)
      : points_(std::move(points)),
        values_(std::move(values)),
        noise_variances_(std::move(noise_variances)) {}

  static Smoothness smoothness(const std::vector<double>& x) {
    Smoothness made;
    std::transform(x.begin(), x.end() - 2, std::back_inserter(made.lengths),
                   [](double each) { return std::exp(each); });
    made.sd = std::exp(x[x.size() - 2]);
    made.extra_noise_sd = std::exp(x.back());
    return made;
  }

  double operator()(const std::vector<double>& x, std::vector<double>& slopes) const {
    const Smoothness at = smoothness(x);
    const Matrix points = scaled(points_, at.lengths);
    const Matrix smooth = at.sd * at.sd * correlations(points, points);
    Matrix all = smooth;
    all.diagonal() += noise_variances_;
    const double extra = at.extra_noise_sd * at.extra_noise_sd;
    all.diagonal().array() += extra + least_noise_share * at.sd * at.sd;
    const Eigen::LLT<Matrix> factor(all);
    const Vector weights = factor.solve(values_);
    double unlikely =
        0.5 * values_.dot(weights) + factor.matrixLLT().diagonal().array().log().sum();
    const Matrix inner =
        weights * weights.transpose() - factor.solve(Matrix::Identity(all.rows(), all.cols()));
    const Matrix smooth_part = inner.cwiseProduct(smooth);
    const Vector row_sums = smooth_part.rowwise().sum();
    const Matrix moved = smooth_part * points;
    const auto d = static_cast<std::size_t>(points.cols());
    for (std::size_t k = 0; k < d; ++k) {
      const auto column = static_cast<Eigen::Index>(k);
      const double away = x[k] - std::log(usual_length);
      unlikely += 0.5 * away * away;
      if (!slopes.empty()) {
        slopes[k] = -(points.col(column).array().square().matrix().dot(row_sums) -
                      points.col(column).dot(moved.col(column))) +
                    away;
      }
    }
    if (!slopes.empty()) {
      slopes[d] = -smooth_part.sum();
      slopes[d + 1] = -extra * inner.trace();
    }
    return unlikely;
  }

 private:
  Matrix points_;
  Vector values_;
  Vector noise_variances_;
};

struct Found {
  Smoothness smoothness;
  double unlikeliness = std::numeric_limits<double>::infinity();
};

// So near the least spread a function is none, and no slope leads away from there.
constexpr double corner = 1.5;

Found search(const Unlikeliness& unlikeliness, std::size_t dimensions, double spread,
             const Start& from) {
  std::vector<double> at(dimensions, std::log(usual_length));
  std::vector<double> low(dimensions, std::log(shortest_length));
  std::vector<double> high(dimensions, std::log(longest_length));
  for (const double share : {from.smooth, from.rough}) {
    at.push_back(std::log(spread * share));
    low.push_back(std::log(spread * least_share));
    high.push_back(std::log(spread * largest_share));
  }
  nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(at.size()));
  search.set_lower_bounds(low);
  search.set_upper_bounds(high);
  search.set_maxeval(most_evaluations);
  search.set_ftol_rel(enough_gain);
  const auto asked = [](const std::vector<double>& x, std::vector<double>& slopes, void* data) {
    return (*static_cast<const Unlikeliness*>(data))(x, slopes);
  };
  search.set_min_objective(asked, const_cast<Unlikeliness*>(&unlikeliness));
  double least = std::numeric_limits<double>::infinity();
  try {
    search.optimize(at, least);
  } catch (const nlopt::roundoff_limited&) {
    // As near as the numbers allow; `at` is now the best place found.
    std::vector<double> no_slopes;
    least = unlikeliness(at, no_slopes);
  }
  return {Unlikeliness::smoothness(at), least};
}

}  // namespace

Smoothness GaussianProcess::most_likely_smoothness(const NoisyValues& seen, std::size_t subset) {
  const auto n = static_cast<Eigen::Index>(std::min(subset, seen.points.rows));
  const Matrix points = matrix(seen.points);
  const Vector left =
      without_trend(points, vector(seen.values), vector(seen.noise_variances)).head(n);
  const Unlikeliness unlikeliness(points.topRows(n), left, vector(seen.noise_variances).head(n));
  const double spread = std::max(std::sqrt(left.squaredNorm() / static_cast<double>(n)), 1e-9);
  Found best;
  for (const Start& start : starts) {
    Found found = search(unlikeliness, seen.points.columns, spread, start);
    if (found.unlikeliness < best.unlikeliness) {
      best = std::move(found);
    }
    if (best.smoothness.sd > corner * least_share * spread) {
      break;  // the others are for a search that ends where nothing at all is smooth
    }
  }
  return best.smoothness;
}

GaussianProcess::GaussianProcess(const NoisyValues& seen, Smoothness smoothness, std::size_t subset,
                                 double variance_factor)
    : points_(seen.points),
      smoothness_(std::move(smoothness)),
      subset_(std::min(subset, seen.points.rows)),
      variance_factor_(variance_factor) {
  const Matrix points = matrix(points_);
  const Vector noise = vector(seen.noise_variances);
  const Eigen::LLT<Matrix> factor(covariance(points, smoothness_, noise));
  expects(factor.info() == Eigen::Success, "the covariance of noisy values can be factored");
  // The trend by generalised least squares.
  const Matrix terms = trend_terms(points);
  const Matrix half = factor.matrixL().solve(terms);
  const Vector half_values = factor.matrixL().solve(vector(seen.values));
  const Vector trend = half.colPivHouseholderQr().solve(half_values);
  trend_ = numbers(trend);
  weights_ = numbers(factor.solve(vector(seen.values) - terms * trend));
  scale_points();
  condition_subset(seen.noise_variances);
}

GaussianProcess::GaussianProcess(Table points, Smoothness smoothness, std::vector<double> trend,
                                 std::vector<double> weights,
                                 const std::vector<double>& noise_variances, std::size_t subset,
                                 double variance_factor)
    : points_(std::move(points)),
      smoothness_(std::move(smoothness)),
      trend_(std::move(trend)),
      weights_(std::move(weights)),
      subset_(std::min(subset, points_.rows)),
      variance_factor_(variance_factor) {
  scale_points();
  condition_subset(noise_variances);
}

void GaussianProcess::scale_points() {
  const Matrix points = scaled(matrix(points_), smoothness_.lengths);
  scaled_points_.assign(points.data(), points.data() + points.size());
}

void GaussianProcess::condition_subset(const std::vector<double>& noise_variances) {
  const auto n = static_cast<Eigen::Index>(subset_);
  const Matrix points = matrix(points_).topRows(n);
  const Matrix all = covariance(points, smoothness_, vector(noise_variances).head(n));
  const Eigen::LLT<Matrix> factor(all);
  expects(factor.info() == Eigen::Success, "the covariance of noisy values can be factored");
  const Matrix lower = factor.matrixL();
  subset_factor_.assign(lower.data(), lower.data() + lower.size());
}

std::vector<double> GaussianProcess::means(const Table& points) const {
  const Matrix at = matrix(points);
  const Eigen::Map<const Matrix> known(scaled_points_.data(),
                                       static_cast<Eigen::Index>(points_.rows), at.cols());
  const Matrix kernel = correlations(scaled(at, smoothness_.lengths), known);
  return numbers(trend_terms(at) * vector(trend_) +
                 smoothness_.sd * smoothness_.sd * (kernel * vector(weights_)));
}

Predicted GaussianProcess::predict(const Table& points) const {
  const auto n = static_cast<Eigen::Index>(subset_);
  const Matrix at = scaled(matrix(points), smoothness_.lengths);
  const Eigen::Map<const Matrix> all(scaled_points_.data(), static_cast<Eigen::Index>(points_.rows),
                                     at.cols());
  const Matrix known = all.topRows(n);
  const double variance = smoothness_.sd * smoothness_.sd;
  Matrix half = variance * correlations(known, at);
  const Eigen::Map<const Matrix> lower(subset_factor_.data(), n, n);
  lower.triangularView<Eigen::Lower>().solveInPlace(half);
  const Vector explained = half.colwise().squaredNorm();
  // What no smooth function explains is not known at a new point either.
  const double rough = smoothness_.extra_noise_sd * smoothness_.extra_noise_sd;
  const Vector left = ((variance - explained.array()).max(0.0) + rough) * variance_factor_;
  return {means(points), numbers(left)};
}

}  // namespace stepdown
