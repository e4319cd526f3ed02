#include "calibration/least_squares.h"

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace stepdown {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Of the moves tried at once the boldest divides the damping and the shyest multiplies it.
constexpr std::array dampings_tried = {0.1, 1.0, 10.0, 100.0};
constexpr double damping_at_first = 0.1;
constexpr double damping_after_failure = 1000;
constexpr int failures_in_a_row = 2;

VectorXd vector_of(const std::vector<double>& numbers) {
  return Eigen::Map<const VectorXd>(numbers.data(), static_cast<Index>(numbers.size()));
}

MatrixXd matrix_of(const Columns& columns) {
  MatrixXd matrix(columns.empty() ? 0 : static_cast<Index>(columns.front().size()),
                  static_cast<Index>(columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    matrix.col(static_cast<Index>(i)) = vector_of(columns[i]);
  }
  return matrix;
}

double sum_of_squares(const std::vector<double>& numbers) {
  return vector_of(numbers).squaredNorm();
}

/// One search: the residuals of the problem, with the pull as further residuals.
class Search {
 public:
  Search(const LeastSquaresProblem& problem, const LeastSquaresPlan& plan)
      : problem_(problem), plan_(plan), known_slopes_(matrix_of(plan.slopes)) {}

  LeastSquaresState run(const std::function<void(const LeastSquaresState&)>& told) {
    LeastSquaresState best = states({problem_.start}).front();
    told(best);
    int small_gains = 0;
    for (int iteration = 1; iteration <= plan_.iterations && small_gains < 2; ++iteration) {
      std::optional<LeastSquaresState> better = improved(best, plan_.step);
      if (!better) {
        // Seen from the other side and from further off, slopes have other noise.
        better = improved(best, -2 * plan_.step);
      }
      if (!better) {
        break;
      }
      better->iteration = iteration;
      const double gain = 1 - better->objective / best.objective;
      best = std::move(*better);
      told(best);
      small_gains = gain >= plan_.least_gain ? 0 : small_gains + 1;
    }
    return best;
  }

 private:
  std::vector<LeastSquaresState> states(const std::vector<Point>& points) const {
    std::vector<std::vector<double>> residuals = problem_.residuals_at(points);
    std::vector<LeastSquaresState> made;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double misfit = sum_of_squares(residuals[i]);
      made.push_back(
          {0, points[i], std::move(residuals[i]), misfit, misfit + pull(points[i]).squaredNorm()});
    }
    return made;
  }

  VectorXd pull(const Point& point) const {
    return (vector_of(point) - vector_of(problem_.start)) / problem_.pull_sd;
  }

  MatrixXd slopes(const LeastSquaresState& at, double step) const {
    std::vector<Point> beside;
    for (std::size_t i = 0; i < at.point.size(); ++i) {
      beside.push_back(at.point);
      beside.back()[i] += step;
    }
    const auto residuals = problem_.residuals_at(beside);
    MatrixXd slopes(static_cast<Index>(at.residuals.size()), static_cast<Index>(beside.size()));
    for (std::size_t i = 0; i < beside.size(); ++i) {
      slopes.col(static_cast<Index>(i)) =
          (vector_of(residuals[i]) - vector_of(at.residuals)) / step;
    }
    return slopes;
  }

  VectorXd move(const LeastSquaresState& from, const MatrixXd& slopes, double damping) const {
    const Index rows = slopes.rows();
    const Index width = slopes.cols();
    MatrixXd system(rows + 2 * width, width);
    VectorXd aim(rows + 2 * width);
    const VectorXd pull_slopes = VectorXd::Constant(width, 1 / problem_.pull_sd);
    const VectorXd steepness =
        (slopes.colwise().squaredNorm().transpose() + pull_slopes.cwiseAbs2()).cwiseSqrt();
    system.topRows(rows) = slopes;
    system.middleRows(rows, width) = pull_slopes.asDiagonal();
    system.bottomRows(width) = (std::sqrt(damping) * steepness).asDiagonal();
    aim << -vector_of(from.residuals), -pull(from.point), VectorXd::Zero(width);
    VectorXd move = system.colPivHouseholderQr().solve(aim);
    const double longest = move.cwiseAbs().maxCoeff();
    if (longest > plan_.longest_move) {
      move *= plan_.longest_move / longest;
    }
    return move;
  }

  /// Broyden's correction: along the move the slopes agree with what was found at its end.
  void correct(const LeastSquaresState& from, const LeastSquaresState& to) {
    const VectorXd way = vector_of(to.point) - vector_of(from.point);
    if (const double length = way.squaredNorm(); length > 0) {
      const VectorXd missed =
          vector_of(to.residuals) - vector_of(from.residuals) - known_slopes_ * way;
      known_slopes_ += missed * way.transpose() / length;
    }
  }

  std::optional<LeastSquaresState> improved(const LeastSquaresState& from, double step) {
    const MatrixXd at = plan_.slopes.empty() ? slopes(from, step) : known_slopes_;
    double damping = damping_;
    for (int failures = 0; failures < failures_in_a_row; ++failures) {
      std::vector<Point> tried;
      std::vector<double> dampings;
      for (const double factor : dampings_tried) {
        const VectorXd way = move(from, at, damping * factor);
        if (way.cwiseAbs().maxCoeff() >= plan_.least_move) {
          const VectorXd to = vector_of(from.point) + way;
          tried.emplace_back(to.begin(), to.end());
          dampings.push_back(damping * factor);
        }
      }
      if (tried.empty()) {
        break;
      }
      std::vector<LeastSquaresState> found = states(tried);
      const auto best = std::ranges::min_element(found, {}, &LeastSquaresState::objective);
      if (!plan_.slopes.empty()) {
        correct(from, *best);
      }
      if (best->objective < from.objective) {
        damping_ = std::max(dampings[static_cast<std::size_t>(best - found.begin())], 1e-12);
        return std::move(*best);
      }
      damping *= damping_after_failure;
    }
    return std::nullopt;
  }

  const LeastSquaresProblem& problem_;
  const LeastSquaresPlan& plan_;
  MatrixXd known_slopes_;
  double damping_ = damping_at_first;
};

}  // namespace

Columns slopes_at_start(const LeastSquaresProblem& problem, double step) {
  std::vector<Point> points{problem.start};
  for (std::size_t i = 0; i < problem.start.size(); ++i) {
    points.push_back(problem.start);
    points.back()[i] += step;
  }
  Columns residuals = problem.residuals_at(points);
  const std::vector<double> at_start = residuals.front();
  residuals.erase(residuals.begin());
  for (std::vector<double>& column : residuals) {
    for (std::size_t row = 0; row < column.size(); ++row) {
      column[row] = (column[row] - at_start[row]) / step;
    }
  }
  return residuals;
}

LeastSquaresState least_squares(const LeastSquaresProblem& problem, const LeastSquaresPlan& plan,
                                const std::function<void(const LeastSquaresState&)>& told) {
  return Search(problem, plan).run(told);
}

}  // namespace stepdown
