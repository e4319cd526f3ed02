#include "calibration/matching/tempered_sampling.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "calibration/abc/population.h"
#include "calibration/matching/judged_points.h"
#include "model/random.h"

namespace stepdown {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// Beyond every decision of the model, should both be given one seed.
constexpr auto step_of_a_move = static_cast<Decision>(251);
constexpr auto taking_a_move = static_cast<Decision>(252);
constexpr double first_step = 0.5;
constexpr double least_step = 0.05;
constexpr double longest_step = 1;
constexpr double wanted_moved = 0.35;
constexpr double enough_of_a_power = 1e-4;
// Of the identity, so that points that have come too near one another can still move apart.
constexpr double least_variance = 1e-3;

Eigen::Map<const Vector> seen(const Point& point) {
  return {point.data(), static_cast<Eigen::Index>(point.size())};
}

/// The normal distribution that the points look like.
class Shape {
 public:
  explicit Shape(const std::vector<Point>& points) {
    const auto d = static_cast<Eigen::Index>(points.front().size());
    const auto n = static_cast<double>(points.size());
    mean_ = Vector::Zero(d);
    for (const Point& point : points) {
      mean_ += seen(point) / n;
    }
    Matrix covariance = least_variance * Matrix::Identity(d, d);
    for (const Point& point : points) {
      const Vector away = seen(point) - mean_;
      covariance += away * away.transpose() / n;
    }
    root_ = covariance.llt().matrixL();
  }

  Point moved(const Point& from, double step, const Vector& normals) const {
    const Vector to =
        mean_ + std::sqrt(1 - step * step) * (seen(from) - mean_) + step * (root_ * normals);
    return {to.data(), to.data() + to.size()};
  }

  /// The logarithm of the prior against this one, but for a constant.
  double log_prior_ratio(const Point& at) const {
    const Vector scaled = root_.triangularView<Eigen::Lower>().solve(seen(at) - mean_);
    return 0.5 * (scaled.squaredNorm() - seen(at).squaredNorm());
  }

 private:
  Vector mean_;
  Matrix root_;
};

class Sampler {
 public:
  Sampler(std::size_t dimensions, const LogLikelihood& log_likelihood, const TemperedPlan& plan)
      : log_likelihood_(log_likelihood), plan_(plan) {
    made_.points = points_of_normal_prior(plan.points, dimensions, plan.seed);
    likelihoods_ = judged(made_.points, log_likelihood_, plan_.threads);
  }

  TemperedSample run() {
    while (power_ < 1 && made_.steps.size() < plan_.most_steps) {
      const double next = next_power();
      resample(next - power_);
      power_ = next;
      made_.steps.push_back({power_, move(plan_.moves)});
    }
    move(plan_.last_moves);
    made_.is_whole = power_ >= 1;
    return std::move(made_);
  }

 private:
  std::vector<double> weights(double more) const {
    std::vector<double> logarithms(likelihoods_);
    for (double& each : logarithms) {
      each *= more;
    }
    return from_log_weights(std::move(logarithms));
  }

  /// As far as leaves the share of the points' worth that is to be kept.
  double next_power() const {
    const double worth = plan_.keep * static_cast<double>(plan_.points);
    if (effective_sample_size(weights(1 - power_)) >= worth) {
      return 1;
    }
    double low = 0;
    double high = 1 - power_;
    while (high - low > enough_of_a_power * high) {
      const double middle = (low + high) / 2;
      (effective_sample_size(weights(middle)) >= worth ? low : high) = middle;
    }
    return power_ + high;
  }

  void resample(double more) {
    // Points and what they are worth travel together: the worth as one more coordinate.
    WeightedPoints with_worth{made_.points, weights(more)};
    for (std::size_t i = 0; i < with_worth.points.size(); ++i) {
      with_worth.points[i].push_back(likelihoods_[i]);
    }
    made_.points = equal_draws(with_worth, plan_.points, plan_.seed + made_.steps.size());
    for (std::size_t i = 0; i < made_.points.size(); ++i) {
      likelihoods_[i] = made_.points[i].back();
      made_.points[i].pop_back();
    }
  }

  double move(std::size_t times) {
    const Shape shape(made_.points);
    double moved = 0;
    for (std::size_t i = 0; i < times; ++i) {
      const double share = move_once(shape);
      moved += share / static_cast<double>(times);
      step_ = std::clamp(step_ * std::exp(share - wanted_moved), least_step, longest_step);
    }
    return moved;
  }

  double move_once(const Shape& shape) {
    const Luck luck({plan_.seed, ++moves_done_});
    const auto d = static_cast<Eigen::Index>(made_.points.front().size());
    std::vector<Point> proposed;
    Vector normals(d);
    for (std::size_t i = 0; i < made_.points.size(); ++i) {
      for (Eigen::Index k = 0; k < d; ++k) {
        normals(k) = luck.standard_normal(static_cast<std::uint32_t>(i), step_of_a_move,
                                          static_cast<std::uint32_t>(k));
      }
      proposed.push_back(shape.moved(made_.points[i], step_, normals));
    }
    const std::vector<double> values = judged(proposed, log_likelihood_, plan_.threads);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < proposed.size(); ++i) {
      const double gain = power_ * (values[i] - likelihoods_[i]) +
                          shape.log_prior_ratio(proposed[i]) -
                          shape.log_prior_ratio(made_.points[i]);
      if (std::log(luck.uniform(static_cast<std::uint32_t>(i), taking_a_move, 0)) < gain) {
        made_.points[i] = std::move(proposed[i]);
        likelihoods_[i] = values[i];
        ++taken;
      }
    }
    return static_cast<double>(taken) / static_cast<double>(proposed.size());
  }

  const LogLikelihood& log_likelihood_;
  const TemperedPlan& plan_;
  TemperedSample made_;
  std::vector<double> likelihoods_;
  double power_ = 0;
  double step_ = first_step;
  std::uint32_t moves_done_ = 0;
};

}  // namespace

TemperedSample sample_tempered(std::size_t dimensions, const LogLikelihood& log_likelihood,
                               const TemperedPlan& plan) {
  return Sampler(dimensions, log_likelihood, plan).run();
}

}  // namespace stepdown
