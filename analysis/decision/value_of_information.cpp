#include "analysis/decision/value_of_information.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/sampling/keyed_numbers.h"
#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double two_sided_normal = 1.959964;  // of 95%
constexpr std::uint32_t other_draws = 500;
constexpr int most_bends = 5;

double clipped(double worth) { return std::max(0.0, worth); }

/// With mean 0 and deviation 1, so that the unit of an input plays no part.
std::vector<double> standardised(const std::vector<double>& values) {
  const Summary summary = summarise(values);
  std::vector<double> scaled(values.size());
  std::ranges::transform(values, scaled.begin(), [&](double value) {
    return summary.deviation > 0 ? (value - summary.mean) / summary.deviation : 0.0;
  });
  return scaled;
}

/// Natural cubic splines as Hastie, Tibshirani and Friedman (2009, 5.2.1) write them: linear
/// beyond the outer knots.
void append_spline(const std::vector<double>& values, int bends,
                   std::vector<Eigen::VectorXd>& columns) {
  std::vector<double> sorted = values;
  std::ranges::sort(sorted);
  std::vector<double> knots;
  for (int k = 0; k <= bends; ++k) {
    knots.push_back(quantile(sorted, 0.02 + 0.96 * k / std::max(bends, 1)));
  }
  const double last = knots.back();
  const auto cubed = [](double x) { return x > 0 ? x * x * x : 0.0; };
  const auto piece = [&](double x, double knot) {
    return last > knot ? (cubed(x - knot) - cubed(x - last)) / (last - knot) : 0.0;
  };
  const auto n = static_cast<Eigen::Index>(values.size());
  columns.emplace_back(Eigen::Map<const Eigen::VectorXd>(values.data(), n));
  for (std::size_t k = 0; k + 2 < knots.size(); ++k) {
    Eigen::VectorXd column(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      const double x = values[static_cast<std::size_t>(i)];
      column[i] = piece(x, knots[k]) - piece(x, knots[knots.size() - 2]);
    }
    columns.push_back(std::move(column));
  }
}

Eigen::MatrixXd basis(std::span<const std::vector<double>> inputs, int bends) {
  const auto n = static_cast<Eigen::Index>(inputs.front().size());
  std::vector<Eigen::VectorXd> columns{Eigen::VectorXd::Ones(n)};
  std::vector<Eigen::VectorXd> lines;
  for (const std::vector<double>& input : inputs) {
    const std::vector<double> scaled = standardised(input);
    append_spline(scaled, bends, columns);
    lines.emplace_back(Eigen::Map<const Eigen::VectorXd>(scaled.data(), n));
  }
  for (std::size_t i = 0; bends > 1 && i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      columns.emplace_back(lines[i].cwiseProduct(lines[j]));
    }
  }
  Eigen::MatrixXd matrix(n, static_cast<Eigen::Index>(columns.size()));
  for (std::size_t c = 0; c < columns.size(); ++c) {
    matrix.col(static_cast<Eigen::Index>(c)) = columns[c];
  }
  return matrix;
}

struct Fit {
  Eigen::MatrixXd directions;
  Eigen::VectorXd fitted;
  double deviation = 0;
  double score = std::numeric_limits<double>::infinity();
};

Fit fit_of(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& benefit) {
  // Columns that say the same twice are left out by the pivots.
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> parts(matrix);
  const Eigen::Index rank = parts.rank();
  Fit fit;
  fit.directions = parts.householderQ() * Eigen::MatrixXd::Identity(matrix.rows(), rank);
  fit.fitted = fit.directions * (fit.directions.transpose() * benefit);
  const double left = static_cast<double>(matrix.rows() - rank);
  const double squares = (benefit - fit.fitted).squaredNorm();
  if (left > 0) {
    fit.deviation = std::sqrt(squares / left);
    fit.score = squares * static_cast<double>(matrix.rows()) / (left * left);
  }
  return fit;
}

/// By point, the benefit of the best option there less that of the option that is best on average;
/// the first option is 0 everywhere.
std::vector<double> gains(std::span<const std::vector<double>> benefits) {
  const std::size_t points = benefits.front().size();
  const auto total = [](const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
  };
  const auto best = std::ranges::max_element(benefits, {}, total);
  const bool is_first_best = total(*best) <= 0;
  std::vector<double> gained(points);
  for (std::size_t p = 0; p < points; ++p) {
    for (const std::vector<double>& option : benefits) {
      gained[p] = std::max(gained[p], option[p]);
    }
    gained[p] -= is_first_best ? 0 : (*best)[p];
  }
  return gained;
}

}  // namespace

WorthOfKnowing worth_of_knowing_all(std::span<const std::vector<double>> benefits) {
  expects(!benefits.empty() && benefits.front().size() >= 2, "there are options and draws");
  const auto mean_of = [](const std::vector<double>& values) { return summarise(values).mean; };
  const auto best = std::ranges::max_element(benefits, {}, mean_of);
  std::vector<double> gained;
  for (std::size_t draw = 0; draw < best->size(); ++draw) {
    double most = (*best)[draw];
    for (const std::vector<double>& option : benefits) {
      most = std::max(most, option[draw]);
    }
    gained.push_back(most - (*best)[draw]);
  }
  const Summary summary = summarise(gained);
  return {summary.mean, clipped(summary.mean_low()), summary.mean_high()};
}

ExplainedBenefit::ExplainedBenefit(std::span<const std::vector<double>> inputs,
                                   std::span<const double> benefit) {
  expects(!inputs.empty() && inputs.front().size() == benefit.size(),
          "every point has its inputs and its benefit");
  const Eigen::Map<const Eigen::VectorXd> values(benefit.data(),
                                                 static_cast<Eigen::Index>(benefit.size()));
  Fit best;
  for (int bends = 1; bends <= most_bends; ++bends) {
    const Eigen::MatrixXd matrix = basis(inputs, bends);
    if (2 * matrix.cols() > matrix.rows() && bends > 1) {
      break;
    }
    Fit fit = fit_of(matrix, values);
    if (fit.score < best.score) {
      best = std::move(fit);
    }
  }
  expects(best.fitted.size() > 0, "there are more points than coefficients");
  fitted_.assign(best.fitted.begin(), best.fitted.end());
  for (Eigen::Index c = 0; c < best.directions.cols(); ++c) {
    const Eigen::VectorXd column = best.directions.col(c);
    directions_.emplace_back(column.begin(), column.end());
  }
  residual_deviation_ = best.deviation;
}

std::vector<double> ExplainedBenefit::other_draw(std::uint64_t key, std::uint32_t number) const {
  const KeyedNumbers numbers(key);
  std::vector<double> other = fitted_;
  for (std::size_t c = 0; c < directions_.size(); ++c) {
    const double step =
        residual_deviation_ * numbers.standard_normal(number, static_cast<std::uint32_t>(c));
    for (std::size_t p = 0; p < other.size(); ++p) {
      other[p] += step * directions_[c][p];
    }
  }
  return other;
}

WorthOfKnowing worth_of_knowing(std::span<const std::vector<double>> inputs,
                                std::span<const std::vector<double>> benefits, std::uint64_t key) {
  std::vector<ExplainedBenefit> explained;
  std::vector<std::vector<double>> fitted;
  for (const std::vector<double>& benefit : benefits) {
    explained.emplace_back(inputs, benefit);
    fitted.push_back(explained.back().fitted());
  }
  const Summary found = summarise(gains(fitted));
  std::vector<double> others;
  for (std::uint32_t number = 0; number < other_draws; ++number) {
    std::vector<std::vector<double>> drawn;
    for (std::size_t d = 0; d < explained.size(); ++d) {
      drawn.push_back(explained[d].other_draw(key + d, number));
    }
    others.push_back(summarise(gains(drawn)).mean);
  }
  const Summary drawn_again = summarise(others);
  // What the draws are above the fit, the fit is above the truth.
  const double worth = clipped(2 * found.mean - drawn_again.mean);
  // The coefficients could be others, and so could the points.
  const double error = std::hypot(drawn_again.deviation,
                                  found.deviation / std::sqrt(static_cast<double>(found.runs)));
  const double half = two_sided_normal * error;
  return {worth, clipped(worth - half), worth + half};
}

}  // namespace stepdown
