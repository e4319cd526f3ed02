#include "calibration/fit/emulated_authority.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <utility>

#include "model/contract.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model, should both be given one seed.
constexpr auto error_of_a_draw = static_cast<Decision>(246);
// A slope of the correction is held towards none as if this many runs had shown none.
constexpr double ridge = 40;
// So many runs at least have to be there for a scatter to be told.
constexpr std::size_t least_runs = 10;
constexpr double least_variance_share = 0.1;

}  // namespace

EmulatedAuthority::EmulatedAuthority(const Emulator& emulator, const AuthoritySpace& space,
                                     std::vector<ScaledTarget> targets, const Table& correlations)
    : emulator_(emulator),
      space_(space),
      targets_(std::move(targets)),
      measures_(measures_of(targets_)),
      precision_(targets_.size(), targets_.size()),
      root_(targets_.size(), targets_.size()) {
  const auto n = static_cast<Eigen::Index>(targets_.size());
  const Eigen::LLT<Eigen::MatrixXd> factor(
      Eigen::Map<const Eigen::MatrixXd>(correlations.values.data(), n, n));
  expects(factor.info() == Eigen::Success, "errors are no combinations of one another");
  // Both are read row by row, and so transposed.
  const Eigen::MatrixXd upper = factor.matrixU();
  const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(n, n));
  std::copy_n(upper.data(), upper.size(), root_.values.data());
  std::copy_n(inverse.data(), inverse.size(), precision_.values.data());
  for (const std::string& measure : measures_) {
    const double error = emulator_.find(measure)->quality.error;
    error_variances_.push_back(error * error);
  }
}

std::vector<double> EmulatedAuthority::observed() const {
  std::vector<double> values;
  std::ranges::transform(targets_, std::back_inserter(values), &ScaledTarget::value);
  return values;
}

Emulated EmulatedAuthority::predict(const std::vector<Point>& free) const {
  Emulated made = emulator_.predict(Table(space_.with_facts(free)), measures_);
  if (corrections_.empty()) {
    return made;
  }
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t i = 0; i < free.size(); ++i) {
      made.means.at(i, t) += correction(t, free[i]);
      made.variances.at(i, t) = error_variances_[t];
    }
  }
  return made;
}

double EmulatedAuthority::correction(std::size_t target, const Point& free) const {
  if (corrections_.empty()) {
    return 0;
  }
  double shift = corrections_[target].front();
  for (std::size_t k = 0; k < free.size(); ++k) {
    shift += corrections_[target][k + 1] * free[k];
  }
  return shift;
}

std::vector<double> EmulatedAuthority::correlated(const std::vector<double>& normals) const {
  std::vector<double> made(normals.size(), 0.0);
  for (std::size_t t = 0; t < normals.size(); ++t) {
    for (std::size_t k = 0; k <= t; ++k) {
      made[t] += root_.at(t, k) * normals[k];
    }
  }
  return made;
}

std::vector<double> EmulatedAuthority::log_likelihoods(const std::vector<Point>& free) const {
  const Table points(space_.with_facts(free));
  const Table means = emulator_.means(points, measures_);
  std::vector<const MeasureEmulator*> measures;
  std::ranges::transform(measures_, std::back_inserter(measures),
                         [this](const std::string& name) { return emulator_.find(name); });
  std::vector<double> made(free.size(), 0.0);
  std::vector<double> off(targets_.size());
  for (std::size_t i = 0; i < free.size(); ++i) {
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      const double variance = targets_[t].sd * targets_[t].sd + error_variances_[t] +
                              measures[t]->run_variance(points.row(i)) * targets_[t].noise_share;
      off[t] = (targets_[t].value - means.at(i, t) - correction(t, free[i])) / std::sqrt(variance);
      made[i] -= 0.5 * std::log(variance);
    }
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      for (std::size_t k = 0; k < targets_.size(); ++k) {
        made[i] -= 0.5 * off[t] * precision_.at(t, k) * off[k];
      }
    }
  }
  return made;
}

void EmulatedAuthority::correct_by(const TriedPoints& tried) {
  corrections_.clear();
  const Emulated thought = predict(tried.points);
  const auto width = static_cast<Eigen::Index>(space_.size()) + 1;
  std::vector<std::vector<double>> corrections;
  shift_in_errors_.clear();
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(width, width);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(width);
    Eigen::VectorXd terms(width);
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(width);
    std::vector<std::pair<Eigen::VectorXd, double>> seen;
    double luck = 0;
    for (std::size_t i = 0; i < tried.points.size(); ++i) {
      const double off = tried.values[i][t] - thought.means.at(i, t);
      if (std::isnan(off)) {
        continue;
      }
      terms(0) = 1;
      for (Eigen::Index k = 1; k < width; ++k) {
        terms(k) = tried.points[i][static_cast<std::size_t>(k) - 1];
      }
      normal += terms * terms.transpose();
      right += off * terms;
      sum += terms;
      luck += thought.run_variances.at(i, t) * targets_[t].noise_share;
      seen.emplace_back(terms, off);
    }
    Eigen::VectorXd solved = Eigen::VectorXd::Zero(width);
    if (seen.size() >= least_runs) {
      const Eigen::MatrixXd all = normal;
      normal.diagonal().tail(width - 1).array() += ridge;
      const Eigen::LDLT<Eigen::MatrixXd> factor(normal);
      solved = factor.solve(right);
      // What the slopes took up of the scatter is no less unknown for it.
      const double taken_up = factor.solve(all).trace();
      double scatter = 0;
      for (const auto& [at, off] : seen) {
        scatter += std::pow(off - solved.dot(at), 2);
      }
      const auto n = static_cast<double>(seen.size());
      const double unknown = scatter / (n - taken_up) - luck / n;
      error_variances_[t] = std::max(unknown, least_variance_share * error_variances_[t]);
      shift_in_errors_.push_back(solved.dot(sum) / n / targets_[t].sd);
    } else {
      shift_in_errors_.push_back(0);
    }
    corrections.emplace_back(solved.data(), solved.data() + solved.size());
  }
  corrections_ = std::move(corrections);
}

EmulatedDraws::EmulatedDraws(const EmulatedAuthority& authority, const std::vector<Point>& points)
    : authority_(authority), emulated_(authority.predict(points)) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    places_.emplace(points[i], i);
  }
}

std::vector<double> EmulatedDraws::run(const Point& point, std::uint64_t luck) const {
  return drawn(point, luck, false);
}

std::vector<double> EmulatedDraws::noisy_run(const Point& point, std::uint64_t luck) const {
  return drawn(point, luck, true);
}

std::vector<double> EmulatedDraws::drawn(const Point& point, std::uint64_t luck,
                                         bool with_errors) const {
  const std::size_t i = places_.at(point);
  const std::vector<ScaledTarget>& targets = authority_.targets();
  const Luck draws({luck, 0});
  std::vector<double> normals;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    normals.push_back(draws.standard_normal(static_cast<std::uint32_t>(t), error_of_a_draw, 0));
  }
  const std::vector<double> together = authority_.correlated(normals);
  std::vector<double> values;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    const double figure = with_errors ? targets[t].sd * targets[t].sd : 0;
    const double variance = emulated_.variances.at(i, t) +
                            emulated_.run_variances.at(i, t) * targets[t].noise_share + figure;
    values.push_back(emulated_.means.at(i, t) + std::sqrt(variance) * together[t]);
  }
  return values;
}

}  // namespace stepdown
